import { sql } from 'kysely';
import type { SatisfactionBreakdown } from '../../domain/survey/satisfaction-source.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import type { SurveyMode } from '../../domain/survey/survey-mode.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { reachOf } from '../reach.js';
import { LEVEL_SUMS, type FigureRow, type FiguresWanted } from './figures-wanted.js';

interface SurveyFigureRow extends FigureRow {
  readonly roundId: string;
  readonly mode: SurveyMode | null;
  readonly dimension: SurveyDimension | null;
}

const SCOPE = { COMPANY: 'ESTATE', ESTATE: 'ESTATE', BUILDING: 'BUILDING', STEWARD: 'STEWARD', MODE: 'MODE' } as const;
const GROUPS: Readonly<Record<SatisfactionBreakdown, readonly string[]>> = {
  COMPANY: [],
  ESTATE: ['r.estate_id'],
  BUILDING: ['r.estate_id', 'r.building_id'],
  STEWARD: ['r.estate_id', 'r.steward_id'],
  MODE: ['r.estate_id', 'r.mode'],
};

/**
 * Figures of analysed rounds as they were counted, of those cells that the asker may see: what few have answered is not
 * there for an estate's own staff, residents see what is published. With interviews on the telephone only where that is
 * asked for.
 * @rule D-29 @rule R-SAT-03 @rule R-SAT-06
 */
export async function surveyFigures(
  ctx: RequestContext,
  roundIds: readonly string[],
  wanted: FiguresWanted,
): Promise<SurveyFigureRow[]> {
  if (roundIds.length === 0) return [];
  const { by } = wanted;
  const groups = GROUPS[by];
  const group = (column: string, type: string) =>
    groups.includes(column) ? sql.ref(column) : sql.raw(`null::${type}`);
  const reach = reachOf(ctx, 'survey.read');
  const conditions = [
    sql<boolean>`r.company_id = ${ctx.asker.companyId} and r.round_id = any(${[...roundIds]}::uuid[])`,
    wanted.withTelephone === true && SCOPE[by] === 'ESTATE'
      ? sql<boolean>`(r.scope = 'ESTATE' or r.scope = 'MODE' and r.mode = 'TELEPHONE')`
      : sql<boolean>`r.scope = ${SCOPE[by]}`,
    ...(reach ? [sql<boolean>`r.estate_id = any(${reach}::uuid[])`] : []),
    among('r.estate_id', 'uuid', wanted.estateIds),
    among('r.building_id', 'uuid', wanted.buildingIds),
    among('r.steward_id', 'uuid', wanted.stewardIds),
    among('r.dimension', 'text', wanted.dimensions),
  ].filter((condition) => condition !== null);
  return ctx.moment.read(
    sql<SurveyFigureRow>`
      select r.round_id as "roundId", r.question, r.dimension, ${group('r.estate_id', 'uuid')} as "estateId",
             ${group('r.building_id', 'uuid')} as "buildingId", ${group('r.steward_id', 'uuid')} as "stewardId",
             ${group('r.mode', 'text')} as mode, ${LEVEL_SUMS}
        from survey_result r
       where ${sql.join(conditions, sql` and `)}
       group by ${sql.join([...['r.round_id', 'r.question', 'r.dimension'], ...groups].map((column) => sql.ref(column)))}
       order by 1, 4, 5, 6, 7, 2`.compile(sqlFor),
  );
}
