import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Sheets by id; null where the asker may not read them. */
export const handoverSheetById = (ctx: RequestContext) =>
  ctx.moment.once(handoverSheetById, () =>
    byId((ids) => ctx.moment.read(sheetsInReach(ctx).where(sql<boolean>`s.id = any(${ids}::uuid[])`))),
  );

const SHEETS = sqlFor
  .selectFrom('handover_sheet as s')
  .select(
    columns(
      's',
      ...(['id', 'estate_id', 'cashier_id', 'state', 'filled_at', 'due_at', 'currency', 'cash_minor'] as const),
      ...(['electronic_minor', 'counted_minor', 'difference_reason', 'banked_at', 'bank_reference'] as const),
      ...(['handed_over_at', 'treasurer_id', 'reconciled_at', 'accountant_id', 'reconcile_note', 'version'] as const),
    ),
  );

/** The sheets that the asker may read: those of the estates in reach; residents none. */
export function sheetsInReach(ctx: RequestContext) {
  const sheets = SHEETS.where('s.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'handover.read', 's.estate_id');
  return reach ? sheets.where(reach) : sheets;
}

export type HandoverSheetRow = NonNullable<Awaited<ReturnType<ReturnType<typeof handoverSheetById>['load']>>>;
