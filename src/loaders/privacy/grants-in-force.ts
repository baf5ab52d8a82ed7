import { sql } from 'kysely';
import { reaches } from '../../tenancy/principal.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What the asker reads whole under grants that are in force: estates, customers and tickets, each with its grant. */
export interface GrantsInForce {
  readonly estates: ReadonlyMap<string, string>;
  readonly customers: ReadonlyMap<string, string>;
  readonly tickets: ReadonlyMap<string, string>;
}

const NONE: GrantsInForce = { estates: new Map(), customers: new Map(), tickets: new Map() };

/**
 * The asker's grants in force in this moment. Who cannot hold any costs no statement; a promise only until they are known,
 * since every masked field of every row asks. Of a crowd, the answer holds for nobody who holds one. @rule R-ORG-78
 */
export function grantsInForce(ctx: RequestContext): GrantsInForce | Promise<GrantsInForce> {
  if (ctx.asker.kind !== 'STAFF' || !ctx.asker.actions.has('unmask.grant')) return NONE;
  const looked = ctx.moment.once<Looked>(grantsInForce, () => {
    const begun: Looked = { known: null, coming: load(ctx).then((grants) => (begun.known = grants)) };
    return begun;
  });
  return looked.known ?? looked.coming;
}

interface Looked {
  known: GrantsInForce | null;
  readonly coming: Promise<GrantsInForce>;
}

async function load(ctx: RequestContext): Promise<GrantsInForce> {
  const { asker, house } = ctx;
  const { crowd } = asker;
  const grants = sqlFor
    .selectFrom('unmask_grant as g')
    .leftJoin('unmask_grant_customer as c', (join) =>
      join.onRef('c.company_id', '=', 'g.company_id').onRef('c.grant_id', '=', 'g.id'),
    )
    .select([
      'g.id',
      'g.staff_id as staffId',
      'g.estate_id as estateId',
      'g.subject',
      'g.ticket_id as ticketId',
      'c.customer_id as customerId',
    ])
    .where('g.company_id', '=', asker.companyId)
    .where('g.revoked_at', 'is', null)
    .where(sql<boolean>`g.expires_at > coalesce(${house.clock?.now() ?? null}::timestamptz, now())`)
    .orderBy('g.granted_at', 'desc')
    .orderBy('g.id', 'desc');
  const rows = await ctx.moment.read(crowd ? grants : grants.where('g.staff_id', '=', asker.subjectId));
  if (crowd) {
    for (const { staffId } of rows) crowd.dependOn(staffId);
    return NONE;
  }
  const scope = asker.actions.get('unmask.grant') ?? new Set<string>();
  const estates = new Map<string, string>();
  const customers = new Map<string, string>();
  const tickets = new Map<string, string>();
  for (const row of rows.filter(({ estateId }) => reaches(scope, estateId))) {
    if (row.subject === 'ESTATE') estates.set(row.estateId, row.id);
    if (row.ticketId !== null) tickets.set(row.ticketId, row.id);
    if (row.customerId !== null) customers.set(row.customerId, row.id);
  }
  return { estates, customers, tickets };
}
