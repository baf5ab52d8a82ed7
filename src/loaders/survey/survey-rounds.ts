import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { SurveyStage } from '../../domain/survey/survey-stage.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { reachOf } from '../reach.js';

const ROUNDS = sqlFor
  .selectFrom('survey_round as r')
  .select(
    columns(
      'r',
      'id',
      'estate_id',
      'name',
      'questionnaire_id',
      'stage',
      'period_from',
      'period_until',
      'sample_percent',
      'satisfied_steps',
      'issue_by',
      'issued_at',
      'closes_at',
      'collected_at',
      'analysed_at',
      'analysed_by_id',
      'findings',
      'measures',
      'planned_by_id',
      'version',
    ),
  );

const onEstates = (estateIds: readonly string[]) =>
  sql<boolean>`exists (select 1 from survey_estate s where s.company_id = r.company_id and s.round_id = r.id
                         and s.estate_id = any(${estateIds}::uuid[]))`;

/** The rounds that the asker may read: staff those on estates in reach, residents those that asked them. @rule D-30 */
function roundsInReach(ctx: RequestContext) {
  const rounds = ROUNDS.where('r.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT')
    return rounds.where(
      sql<boolean>`exists (select 1 from survey_form f where f.company_id = r.company_id and f.round_id = r.id
                             and f.occupancy_id = any(${[...ctx.asker.occupancyIds]}::uuid[]))`,
    );
  const reach = reachOf(ctx, 'survey.read');
  return reach ? rounds.where(onEstates(reach)) : rounds;
}

/** Rounds by id; null where the asker may not read them. */
export const surveyRoundById = (ctx: RequestContext) =>
  ctx.moment.once(surveyRoundById, () =>
    byId((ids) => ctx.moment.read(roundsInReach(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`))),
  );

/** Which rounds are asked for; conditions hold together. */
interface RoundsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly stages?: readonly SurveyStage[] | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

const KEYS: readonly SortKey[] = [
  { column: 'r.period_from', type: 'date', descending: true },
  { column: 'r.id', type: 'uuid', descending: true },
];

/** A page of rounds, the latest period first. */
export function surveyRoundsPage(ctx: RequestContext, wanted: RoundsWanted, args: PageArgs) {
  let rounds = roundsInReach(ctx);
  const stages = among('r.stage', 'text', wanted.stages);
  if (stages) rounds = rounds.where(stages);
  if (wanted.estateIds) rounds = rounds.where(onEstates(wanted.estateIds.filter(isId)));
  if (wanted.from != null) rounds = rounds.where(sql<boolean>`r.period_from >= ${wanted.from}::date`);
  if (wanted.until != null) rounds = rounds.where(sql<boolean>`r.period_from < ${wanted.until}::date`);
  return page(ctx.moment, rounds, KEYS, args);
}

export type SurveyRoundRow = NonNullable<Awaited<ReturnType<ReturnType<typeof surveyRoundById>['load']>>>;
