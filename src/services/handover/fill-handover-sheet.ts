import { ruleRefused } from '../../domain/errors.js';
import { HandoverSheet } from '../../entities/handover/handover-sheet.entity.js';
import { newId } from '../../entities/new-id.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { fulfil } from '../obligation/steps/fulfil.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { countedCash, type Count } from './steps/counted-cash.js';
import { recordHandoverEvent } from './steps/record-handover-event.js';
import { shiftOf } from './steps/shift-of.js';

interface FillHandoverSheet extends CommandInput, Count {
  readonly estateId: string;
}

const ITEMS = `
insert into handover_item (company_id, id, estate_id, sheet_id, payment_id, receipt_id, deposit_id, refunded_deposit_id, payment_refund_id)
select $1, uuidv7(), $2, $3, t.payment_id, t.receipt_id, t.deposit_id, t.refunded_deposit_id, t.payment_refund_id
  from (select unnest($4::uuid[]) as payment_id, null::uuid as receipt_id, null::uuid as deposit_id, null::uuid as refunded_deposit_id,
               null::uuid as payment_refund_id
        union all select null, unnest($5::uuid[]), null, null, null
        union all select null, null, unnest($6::uuid[]), null, null
        union all select null, null, null, unnest($7::uuid[]), null
        union all select null, null, null, null, unnest($8::uuid[])) as t`;

/**
 * Fills in the sheet of the own shift: everything that was taken and written since the sheet before, cash by the books and by
 * the count. Needs `fee.collect` on the estate.
 * @rule R-CSH-01 @rule R-CSH-05 @rule D-20
 * @throws NOT_FOUND estate
 * @throws INVALID_INPUT R-CSH-05 for a difference without reason
 * @throws RULE_REFUSED R-CSH-01 when nothing was taken or written since
 */
export async function fillHandoverSheet(ctx: CommandContext, input: FillHandoverSheet): Promise<{ sheetId: string }> {
  const { id: estateId } = await findRow(ctx, Estate, 'estate', input.estateId);
  authorizeOn(ctx.principal, 'fee.collect', estateId);
  const { companyId } = ctx;
  const filledAt = ctx.clock.now();
  const cashierId = ctx.principal.subjectId;
  const { currency } = await policyInForce(ctx, 'D-21', estateId, await dayAt(ctx, estateId, filledAt));
  const shift = await shiftOf(ctx, { cashierId, estateId, currency });
  const { paymentIds, receiptIds, depositIds, refundedDepositIds, paymentRefundIds } = shift;
  const { cashMinor, electronicMinor } = shift;
  const items = [paymentIds, receiptIds, depositIds, refundedDepositIds, paymentRefundIds];
  if (items.flat().length === 0)
    throw ruleRefused('R-CSH-01', 'Nothing was taken or written since the sheet before.', { estateId });
  const owed = (await owedFor(ctx, ['CASH_HANDOVER'], estateId)).filter(({ ownerId }) => ownerId === cashierId);
  const sheet = ctx.em.create(HandoverSheet, {
    ...{ companyId, id: newId(), estateId, cashierId, state: 'FILLED', filledAt, dueAt: owed[0]?.dueAt ?? null },
    ...{ currency, cashMinor, electronicMinor, ...countedCash(cashMinor, currency, input) },
    ...{ bankedAt: null, bankReference: null, handedOverAt: null, treasurerId: null },
    ...{ reconciledAt: null, accountantId: null, reconcileNote: null, version: 1 },
  });
  await ctx.em.flush();
  await ctx.execute(ITEMS, [companyId, estateId, sheet.id, ...items]);
  for (const obligation of owed) fulfil(ctx, obligation, filledAt);
  recordHandoverEvent(ctx, sheet, 'FILLED');
  return { sheetId: sheet.id };
}
