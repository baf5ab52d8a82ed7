import { sql } from 'kysely';
import type { DrawnItem } from '../../../domain/withholding/draw-items.js';
import type { WithholdingBatch } from '../../../entities/withholding/withholding-batch.entity.js';
import { newId } from '../../../entities/new-id.js';
import { sqlFor } from '../../../tenancy/read/tables.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Writes the items of a batch and their charges as two statements; an item says the how manyth time in a row its mandate is
 * asked.
 * @rule R-FEE-11
 */
export async function writeItems(
  ctx: CommandContext,
  { id: batchId, estateId, currency }: WithholdingBatch,
  items: readonly DrawnItem[],
): Promise<void> {
  const { companyId } = ctx;
  const rows = items.map((item) => ({ ...item, id: newId() }));
  const charges = rows.flatMap(({ id: itemId, charges: own }) => own.map((charge) => ({ ...charge, itemId })));
  await ctx.read(
    sql`
      insert into withholding_item (company_id, id, estate_id, batch_id, mandate_id, payer_id, unit_id, reference, amount_minor, currency,
                                    attempt, state, version)
      select ${companyId}::uuid, r.id, ${estateId}::uuid, ${batchId}::uuid, r."mandateId", r."payerId", r."unitId", r.reference,
             r."amountMinor", ${currency}, 1 + (
               select count(*)::int from withholding_item f
                where f.company_id = ${companyId}::uuid and f.mandate_id = r."mandateId" and f.state = 'FAILED' and not exists (
                  select 1 from withholding_item p where p.company_id = ${companyId}::uuid and p.mandate_id = r."mandateId"
                     and p.state in ('WITHHELD', 'PAID') and p.id > f.id)), 'OPEN', 1
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "mandateId" uuid, "payerId" uuid, "unitId" uuid,
             reference text, "amountMinor" bigint)`.compile(sqlFor),
  );
  await ctx.read(
    sql`
      insert into withholding_charge (company_id, item_id, charge_id, estate_id, amount_minor, is_pending)
      select ${companyId}::uuid, c."itemId", c."chargeId", ${estateId}::uuid, c."amountMinor", true
        from jsonb_to_recordset(${JSON.stringify(charges)}::jsonb) as c("itemId" uuid, "chargeId" uuid, "amountMinor" bigint)`.compile(
      sqlFor,
    ),
  );
}

/** Frees the charges of items to be asked for again. */
export async function freeCharges(ctx: CommandContext, itemIds: readonly string[]): Promise<void> {
  await ctx.execute(
    'update withholding_charge set is_pending = false where company_id = $1 and item_id = any($2::uuid[]) and is_pending',
    [ctx.companyId, itemIds],
  );
}

/** How many items of a batch wait for an answer, or to be booked. */
export async function itemsLeft(ctx: CommandContext, batchId: string): Promise<number> {
  const [left] = await ctx.execute<{ readonly left: number }>(
    `select count(*)::int as left from withholding_item where company_id = $1 and batch_id = $2 and state in ('OPEN', 'WITHHELD')`,
    [ctx.companyId, batchId],
  );
  return left?.left ?? 0;
}
