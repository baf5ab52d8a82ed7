import { sql } from 'kysely';
import type { ErasureState } from '../../domain/privacy/erasure.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

/** Requests to erase by id; null where the asker may not know of them. */
export const erasureRequestById = (ctx: RequestContext) =>
  ctx.moment.once(erasureRequestById, () =>
    byId((ids) => {
      const found = selectRequests(ctx).where(sql<boolean>`r.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'erasure.request', 'r.estate_id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

const KEYS = [
  { column: 'r.requested_at', type: 'timestamptz', descending: true },
  { column: 'r.id', type: 'uuid', descending: true },
] as const;

/** A page of the requests to erase on estates where the asker may make some, latest first. */
export function erasureRequestsPage(
  ctx: RequestContext,
  wanted: { readonly estateIds?: readonly string[] | null; readonly states?: readonly ErasureState[] | null },
  args: PageArgs,
) {
  let query = selectRequests(ctx);
  const within = wantedEstates(ctx, 'erasure.request', wanted.estateIds);
  if (within) query = query.where(sql<boolean>`r.estate_id = any(${within}::uuid[])`);
  if (wanted.states) query = query.where(sql<boolean>`r.state = any(${[...wanted.states]}::text[])`);
  return page(ctx.moment, query, KEYS, args);
}

/** What still goes on with customers on their estates' present day. @rule Q-24 */
export const openMattersOfCustomer = (ctx: RequestContext) =>
  ctx.moment.once(openMattersOfCustomer, () =>
    byId((ids) => {
      const now = ctx.house.clock?.now() ?? null;
      return ctx.moment.read(
        sqlFor
          .selectFrom('customer as c')
          .innerJoin('estate as e', (join) =>
            join.onRef('e.company_id', '=', 'c.company_id').onRef('e.id', '=', 'c.estate_id'),
          )
          .select('c.id')
          .select(
            sql<number>`(select count(*)::int from ticket t where t.company_id = c.company_id and t.customer_id = c.id
              and t.phase not in ('CLOSED', 'CANCELLED'))`.as('openTickets'),
          )
          .select(
            sql<number>`(select count(*)::int from occupancy o where o.company_id = c.company_id and o.customer_id = c.id
              and (o.until_day is null or o.until_day > (coalesce(${now}::timestamptz, now()) at time zone e.time_zone)::date))`.as(
              'occupancies',
            ),
          )
          .select(
            sql<number>`((select count(*) from charge h where h.company_id = c.company_id and h.payer_id = c.id and h.open_minor > 0)
              + (select count(*) from payment p where p.company_id = c.company_id and p.payer_id = c.id and p.free_minor > 0))::int`.as(
              'openLines',
            ),
          )
          .where('c.company_id', '=', ctx.asker.companyId)
          .where(sql<boolean>`c.id = any(${ids}::uuid[])`),
      );
    }),
  );

const selectRequests = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('erasure_request as r')
    .select(
      columns(
        'r',
        'id',
        'estate_id',
        'customer_id',
        'ground',
        'state',
        'note',
        'requested_by',
        'requested_at',
        'decided_by',
        'decided_at',
        'refusal',
        'tickets_touched',
        'version',
      ),
    )
    .where('r.company_id', '=', ctx.asker.companyId);

export type ErasureRequestRow = NonNullable<Awaited<ReturnType<ReturnType<typeof erasureRequestById>['load']>>>;
