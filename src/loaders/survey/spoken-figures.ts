import { sql, type RawBuilder } from 'kysely';
import type { DayPeriod } from '../../domain/survey/period-before.js';
import type { SatisfactionBreakdown } from '../../domain/survey/satisfaction-source.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { reachOf } from '../reach.js';
import { LEVEL_COUNTS, type FigureRow, type FiguresWanted } from './figures-wanted.js';

const GROUPS: Readonly<Record<SatisfactionBreakdown, readonly string[]>> = {
  COMPANY: [],
  ESTATE: ['x.estate_id'],
  BUILDING: ['x.estate_id', 'u.building_id'],
  STEWARD: ['x.estate_id', 'sb.staff_id'],
  MODE: ['x.estate_id', 'x.mode'],
};

/** What customers said when they were called back, on the whole; of a day of their estate. */
const CALLBACKS = (companyId: string, { from, until }: DayPeriod) => sql`
  select c.company_id, c.estate_id, t.unit_id, c.mode, 'OVERALL' as question, null::text as dimension, c.satisfaction as level
    from estate e
    join callback c on c.company_id = e.company_id and c.estate_id = e.id
     and c.called_at >= (${from}::date::timestamp at time zone e.time_zone)
     and c.called_at < (${until}::date::timestamp at time zone e.time_zone)
    join ticket t on t.company_id = c.company_id and t.id = c.ticket_id
   where e.company_id = ${companyId} and c.satisfaction is not null`;

/** What customers said on visits: on the whole, and about the dimensions. */
const VISITS = (companyId: string, { from, until }: DayPeriod) => sql`
  select v.company_id, v.estate_id, v.unit_id, v.mode, s.question, s.dimension, s.level
    from estate e
    join owner_visit v on v.company_id = e.company_id and v.estate_id = e.id
     and v.visited_at >= (${from}::date::timestamp at time zone e.time_zone)
     and v.visited_at < (${until}::date::timestamp at time zone e.time_zone)
   cross join lateral (
     select 'OVERALL' as question, null::text as dimension, v.satisfaction as level
      union all
     select i.topic, i.topic, i.satisfaction from visit_item i
      where i.company_id = v.company_id and i.visit_id = v.id and i.topic not in ('SPECIAL_DIFFICULTY', 'OTHER')) s
   where e.company_id = ${companyId} and s.level is not null`;

/** Figures of callbacks or of visits in a period, counted from the rows; residents see none. @rule R-SAT-06 @rule R-VIS-27 */
export async function spokenFigures(
  ctx: RequestContext,
  source: 'CALLBACK' | 'VISIT',
  period: DayPeriod,
  wanted: FiguresWanted,
): Promise<FigureRow[]> {
  const { companyId } = ctx.asker;
  const groups = GROUPS[wanted.by];
  const group = (column: string, type: string): RawBuilder<unknown> =>
    groups.includes(column) ? sql.ref(column) : sql.raw(`null::${type}`);
  const reach = reachOf(ctx, 'survey.read');
  const byStewards = groups.includes('sb.staff_id') || wanted.stewardIds != null;
  const conditions = [
    ...(reach ? [sql<boolean>`x.estate_id = any(${reach}::uuid[])`] : []),
    among('x.estate_id', 'uuid', wanted.estateIds),
    among('u.building_id', 'uuid', wanted.buildingIds),
    among('sb.staff_id', 'uuid', wanted.stewardIds),
    among('x.dimension', 'text', wanted.dimensions),
  ].filter((condition) => condition !== null);
  const stewards = sql`join steward_building sb on sb.company_id = ${companyId} and sb.building_id = u.building_id`;
  return ctx.moment.read(
    sql<FigureRow>`
      select x.question, x.dimension, ${group('x.estate_id', 'uuid')} as "estateId",
             ${group('u.building_id', 'uuid')} as "buildingId", ${group('sb.staff_id', 'uuid')} as "stewardId",
             ${group('x.mode', 'text')} as mode, ${LEVEL_COUNTS}
        from (${source === 'CALLBACK' ? CALLBACKS(companyId, period) : VISITS(companyId, period)}) x
        left join unit u on u.company_id = ${companyId} and u.id = x.unit_id
        ${byStewards ? stewards : sql``}
       where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}
       group by ${sql.join([...['x.question', 'x.dimension'], ...groups].map((column) => sql.ref(column)))}
       order by 3, 4, 5, 6, 1`.compile(sqlFor),
  );
}
