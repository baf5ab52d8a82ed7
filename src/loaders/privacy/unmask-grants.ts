import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { UnmaskState } from '../../domain/privacy/unmask-term.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';
import { wantedEstates } from '../wanted.js';

/** Grants by id; null where the asker may not know of them. */
export const unmaskGrantById = (ctx: RequestContext) =>
  ctx.moment.once(unmaskGrantById, () =>
    byId((ids) => {
      const found = selectGrants(ctx).where(sql<boolean>`g.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'unmask.read', 'g.estate_id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The ids of the customers whom grants name. */
export const customersOfGrant = (ctx: RequestContext) =>
  ctx.moment.once(customersOfGrant, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('unmask_grant_customer as c')
            .select(['c.grant_id as grantId', 'c.customer_id as customerId'])
            .where('c.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`c.grant_id = any(${ids}::uuid[])`)
            .orderBy('c.customer_id'),
        ),
      (row) => row.grantId,
    ),
  );

/** Which grants a list shows. */
interface GrantsWanted {
  readonly estateIds?: readonly string[] | null;
  readonly staffId?: string | null;
  /** Only those in force, or only those that have ended. */
  readonly inForce?: boolean | null;
}

const GRANT_KEYS = [
  { column: 'g.granted_at', type: 'timestamptz', descending: true },
  { column: 'g.id', type: 'uuid', descending: true },
] as const;

/** A page of the grants on estates where the asker may know of them, latest first. @rule R-ORG-77 */
export function unmaskGrantsPage(ctx: RequestContext, wanted: GrantsWanted, args: PageArgs) {
  let query = selectGrants(ctx);
  const within = wantedEstates(ctx, 'unmask.read', wanted.estateIds);
  if (within) query = query.where(sql<boolean>`g.estate_id = any(${within}::uuid[])`);
  if (wanted.staffId != null)
    query = query.where(sql<boolean>`g.staff_id = ${isId(wanted.staffId) ? wanted.staffId : null}::uuid`);
  if (wanted.inForce != null) {
    const now = ctx.house.clock?.now() ?? null;
    const good = sql<boolean>`(g.revoked_at is null and g.expires_at > coalesce(${now}::timestamptz, now()))`;
    query = query.where(wanted.inForce ? good : sql<boolean>`not ${good}`);
  }
  return page(ctx.moment, query, GRANT_KEYS, args);
}

const READ_KEYS = [
  { column: 'r.day', type: 'date', descending: true },
  { column: 'r.subject_id', type: 'uuid', descending: true },
] as const;

/** A page of what was read under a grant, latest day first. */
export const unmaskReadsPage = (ctx: RequestContext, grantId: string, args: PageArgs) =>
  page(
    ctx.moment,
    sqlFor
      .selectFrom('unmask_read as r')
      .select(columns('r', 'day', 'subject_kind', 'subject_id', 'operations', 'first_at', 'last_at'))
      .where('r.company_id', '=', ctx.asker.companyId)
      .where('r.grant_id', '=', grantId),
    READ_KEYS,
    args,
  );

/** How often grants were used, and when last; nothing of one that never was. */
export const useOfGrant = (ctx: RequestContext) =>
  ctx.moment.once(useOfGrant, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('unmask_read as r')
            .select([
              'r.grant_id as grantId',
              sql<number>`sum(r.operations)::int`.as('times'),
              sql<Date>`max(r.last_at)`.as('lastAt'),
            ])
            .where('r.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`r.grant_id = any(${ids}::uuid[])`)
            .groupBy('r.grant_id'),
        ),
      (row) => row.grantId,
    ),
  );

const selectGrants = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('unmask_grant as g')
    .select(
      columns(
        'g',
        'id',
        'estate_id',
        'staff_id',
        'purpose',
        'reason',
        'subject',
        'ticket_id',
        'granted_at',
        'expires_at',
        'revoked_at',
        'version',
      ),
    )
    .select(
      sql<UnmaskState>`case when g.revoked_at is not null then 'REVOKED'
        when g.expires_at > coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) then 'IN_FORCE'
        else 'EXPIRED' end`.as('state'),
    )
    .where('g.company_id', '=', ctx.asker.companyId);

export type UnmaskGrantRow = NonNullable<Awaited<ReturnType<ReturnType<typeof unmaskGrantById>['load']>>>;
export type UnmaskReadRow = Awaited<ReturnType<typeof unmaskReadsPage>>['nodes'][number];
