import { sql } from 'kysely';
import { TICKET_FACETS, type TicketFacet } from '../../domain/ticket/ticket-facet.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { ticketReach, ticketsWithin, type TicketReach } from './ticket-by-id.js';
import { conditionsOf, meeting, type TicketConditions, type TicketFilter } from './ticket-filter.js';
import { toCount } from './ticket-text.js';

/** How many tickets share a value of a facet: a word, or the id of what the facet names. */
export interface FacetValue {
  readonly facet: TicketFacet;
  /** Null: those that have none. */
  readonly value: string | null;
  readonly count: number;
}

interface FacetCounts {
  readonly facet: TicketFacet;
  readonly values: readonly FacetValue[];
  /** Tickets under further values. */
  readonly others: number;
}

/** Tickets that are counted at most, the latest reports first: beyond it a count costs more than it tells. */
const MOST_COUNTED = 50_000;
/** Values that a facet tells at most. */
const MOST_VALUES = 100;

/** How the tickets that the asker may read and that meet a filter spread over the facets, from one statement. */
export async function ticketFacets(ctx: RequestContext, filter: TicketFilter | null) {
  const rows = await ctx.moment.read(
    COUNTS({ ...ticketReach(ctx), ...toCount(ctx, await conditionsOf(ctx, filter ?? {})) }),
  );
  const total = rows.find((row) => row.facet === null)?.count ?? 0;
  const facets = TICKET_FACETS.map((facet): FacetCounts => {
    const values = rows.flatMap(({ value, count, ...row }) => (row.facet === facet ? [{ facet, value, count }] : []));
    const others = values.slice(MOST_VALUES).reduce((sum, { count }) => sum + count, 0);
    return { facet, values: values.slice(0, MOST_VALUES), others };
  });
  return { total: Math.min(total, MOST_COUNTED), complete: total <= MOST_COUNTED, facets };
}

const COLUMN_OF: Readonly<Record<TicketFacet, string>> = {
  KIND: 'kind',
  PHASE: 'phase',
  STAGE: 'stage',
  COMPLAINT_CLASS: 'complaint_class',
  URGENCY: 'urgency',
  CHANNEL: 'channel',
  CATEGORY: 'category_id',
  DEPARTMENT: 'department_id',
  BUILDING: 'building_id',
  ESTATE: 'estate_id',
};
const NAMES = sql.raw(TICKET_FACETS.map((facet) => COLUMN_OF[facet]).join(', '));
const SETS = sql.raw(TICKET_FACETS.map((facet) => `(${COLUMN_OF[facet]})`).join(', '));
/** `grouping(…)` has one bit a column, set where rows were not grouped by it. */
const WHICH = sql.raw(
  TICKET_FACETS.map((facet, at) => {
    const own = 2 ** TICKET_FACETS.length - 1 - 2 ** (TICKET_FACETS.length - 1 - at);
    return `when ${own} then '${facet}'`;
  }).join(' '),
);
const VALUE = sql.raw(TICKET_FACETS.map((facet) => `${COLUMN_OF[facet]}::text`).join(', '));

const COUNTS = shaped((given: TicketReach & TicketConditions) => {
  const found = meeting(ticketsWithin(given), given)
    .clearSelect()
    .leftJoin('unit as u', (join) => join.onRef('u.company_id', '=', 't.company_id').onRef('u.id', '=', 't.unit_id'))
    .select(['t.kind', 't.phase', 't.stage', 't.complaint_class', 't.urgency', 't.channel', 't.category_id'])
    .select(['t.department_id', 'u.building_id', 't.estate_id'])
    .orderBy('t.reported_at', 'desc')
    .orderBy('t.id', 'desc')
    .limit(sql.lit(MOST_COUNTED + 1));
  return sqlFor
    .selectFrom(
      sql<{ facet: TicketFacet | null; value: string | null; count: number }>`(
        select case grouping(${NAMES}) ${WHICH} end as facet, coalesce(${VALUE}) as value, count(*) as count
          from ${found} as f group by grouping sets ((), ${SETS}))`.as('counted'),
    )
    .selectAll()
    .orderBy('count', 'desc')
    .orderBy('value');
});
