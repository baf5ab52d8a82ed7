import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const ESTATES = sqlFor
  .selectFrom('survey_estate as s')
  .select(
    columns(
      's',
      'id',
      'round_id',
      'estate_id',
      'households',
      'issued',
      'undeliverable',
      'by_link',
      'by_app',
      'by_paper',
      'by_telephone',
      'by_import',
      'blank',
      'replaced',
      'publish_by',
      'published_at',
      'published_by_id',
      'version',
    ),
  )
  .orderBy('s.estate_id');

/** Rounds on their estates, as far as the asker may read them: staff on those in reach, residents what is published. */
function estatesInReach(ctx: RequestContext) {
  const estates = ESTATES.where('s.company_id', '=', ctx.asker.companyId);
  if (ctx.asker.kind === 'RESIDENT') return estates.where('s.published_at', 'is not', null);
  const reach = inReach(ctx, 'survey.read', 's.estate_id');
  return reach ? estates.where(reach) : estates;
}

/** The estates of rounds. */
export const estatesOfRound = (ctx: RequestContext) =>
  ctx.moment.once(estatesOfRound, () =>
    listBy(
      (ids) => ctx.moment.read(estatesInReach(ctx).where(sql<boolean>`s.round_id = any(${[...ids]}::uuid[])`)),
      (row) => row.roundId,
    ),
  );

/** Rounds on one estate, by id; null where the asker may not read them. */
export const surveyEstateById = (ctx: RequestContext) =>
  ctx.moment.once(surveyEstateById, () =>
    byId((ids) => ctx.moment.read(estatesInReach(ctx).where(sql<boolean>`s.id = any(${ids}::uuid[])`))),
  );

export type SurveyEstateRow = Awaited<ReturnType<ReturnType<typeof estatesOfRound>['load']>>[number];
