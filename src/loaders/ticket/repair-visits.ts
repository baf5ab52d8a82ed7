import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { listBy } from '../list-by.js';

interface OfTickets {
  readonly companyId: string;
  readonly ids: readonly string[];
}

const VISITS = shaped(({ companyId, ids }: OfTickets) =>
  sqlFor
    .selectFrom('repair_visit as v')
    .select(columns('v', 'ticket_id', 'number', 'arrived_at', 'left_at', 'outcome', 'without_consent'))
    .where('v.company_id', '=', companyId)
    .where(sql<boolean>`v.ticket_id = any(${ids}::uuid[])`)
    .orderBy('v.number'),
);

const WORKERS = shaped(({ companyId, ids }: OfTickets) =>
  sqlFor
    .selectFrom('repair_worker as w')
    .select(columns('w', 'ticket_id', 'visit_number', 'staff_id', 'helps'))
    .where('w.company_id', '=', companyId)
    .where(sql<boolean>`w.ticket_id = any(${ids}::uuid[])`)
    .orderBy('w.helps')
    .orderBy('w.staff_id'),
);

/** The visits of repairs that the asker has read already, in the order of arrival. */
export const visitsOfRepair = (ctx: RequestContext) =>
  ctx.moment.once(visitsOfRepair, () =>
    listBy(
      (ids) => ctx.moment.read(VISITS({ companyId: ctx.asker.companyId, ids })),
      (row) => row.ticketId,
    ),
  );

/** Who works on the visits of repairs that the asker has read already, technicians before helpers; residents see none. */
export const workersOfRepair = (ctx: RequestContext) =>
  ctx.moment.once(workersOfRepair, () =>
    listBy(
      (ids) => ctx.moment.read(WORKERS({ companyId: ctx.asker.companyId, ids })),
      (row) => row.ticketId,
    ),
  );

export type RepairVisitRow = Awaited<ReturnType<ReturnType<typeof visitsOfRepair>['load']>>[number];
