import { sql } from 'kysely';
import type { CheckState } from '../../domain/repair/spot-check.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { byId } from '../by-id.js';
import { reachOf, within } from '../reach.js';
import type { RepairDaysWanted } from './repair-days.js';

const CHECKS = sqlFor
  .selectFrom('repair_check as k')
  .select(
    columns(
      'k',
      'id',
      'estate_id',
      'ticket_id',
      'day',
      'drawn',
      'state',
      'complete',
      'accurate',
      'arrived_as_required',
      'finding',
      'checked_by',
      'checked_at',
      'version',
    ),
  );

const KEYS: readonly SortKey[] = [
  { column: 'k.day', type: 'date', descending: true },
  { column: 'k.id', type: 'uuid', descending: true },
];

/** Checks on estates in the asker's reach; residents see none. */
function checksInReach(ctx: RequestContext) {
  const reach = reachOf(ctx, 'ticket.read');
  const checks = CHECKS.where('k.company_id', '=', ctx.asker.companyId);
  return reach ? checks.where(within('k.estate_id', reach)) : checks;
}

/** The check of an order by the order's id; null where nobody has drawn or chosen it. */
export const checkOfRepair = (ctx: RequestContext) =>
  ctx.moment.once(checkOfRepair, () =>
    byId(async (ids) => {
      const rows = await ctx.moment.read(checksInReach(ctx).where(sql<boolean>`k.ticket_id = any(${ids}::uuid[])`));
      return rows.map((row) => ({ ...row, checkId: row.id, id: row.ticketId }));
    }),
  );

/** Which checks are asked for; conditions hold together. */
interface RepairChecksWanted extends RepairDaysWanted {
  readonly states?: readonly CheckState[] | null;
}

/** A page of checks that the asker may read, the latest day first. */
export function repairChecksPage(ctx: RequestContext, wanted: RepairChecksWanted, args: PageArgs) {
  const { from, until } = wanted;
  let checks = checksInReach(ctx);
  for (const condition of [among('k.estate_id', 'uuid', wanted.estateIds), among('k.state', 'text', wanted.states)])
    if (condition) checks = checks.where(condition);
  if (from != null) checks = checks.where(sql<boolean>`k.day >= ${from}::date`);
  if (until != null) checks = checks.where(sql<boolean>`k.day < ${until}::date`);
  return page(ctx.moment, checks, KEYS, args);
}

export type RepairCheckRow = Awaited<ReturnType<typeof repairChecksPage>>['nodes'][number];
