import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { recordHandoverEvent } from './steps/record-handover-event.js';
import { takeHandoverStep, type HandoverStepInput } from './steps/take-handover-step.js';

interface ReconcileHandover extends HandoverStepInput {
  /** What explains that vouchers and money are not the same. */
  readonly note?: string | null;
}

/** What was taken, and what vouchers that stand say of it. */
const SUMS = `
select coalesce(sum(m.amount), 0)::float8 as "takenMinor",
       coalesce(sum(m.amount) filter (where exists (
         select 1 from receipt r
          where r.company_id = $1 and r.state = 'ISSUED' and (r.payment_id = m.payment_id or r.deposit_id = m.deposit_id))), 0)::float8
         as "vouchedMinor"
  from (select p.amount_minor as amount, p.id as payment_id, null::uuid as deposit_id
          from handover_item i join payment p on p.company_id = $1 and p.id = i.payment_id
         where i.company_id = $1 and i.sheet_id = $2 and p.reversed_at is null
        union all
        select d.amount_minor, null, d.id
          from handover_item i join deposit d on d.company_id = $1 and d.id = i.deposit_id
         where i.company_id = $1 and i.sheet_id = $2 and d.stage <> 'CANCELLED') as m`;

/**
 * Compares a sheet with the vouchers and the money: what differs is explained. Needs `handover.reconcile` on the estate.
 * @rule R-CSH-03 @rule R-ORG-61
 * @throws NOT_FOUND handoverSheet
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-CSH-03 before it was handed over, when it was reconciled, and when vouchers, money and books differ
 * and nobody says why; R-ORG-61 for the cashier and the treasurer
 */
export async function reconcileHandover(ctx: CommandContext, input: ReconcileHandover): Promise<{ sheetId: string }> {
  const sheet = await takeHandoverStep(ctx, input, 'RECONCILE');
  const { id: sheetId, cashierId, treasurerId, cashMinor, countedMinor } = sheet;
  const accountantId = ctx.principal.subjectId;
  if (accountantId === cashierId || accountantId === treasurerId)
    throw ruleRefused('R-ORG-61', 'Who takes money does not compare it.', { sheetId, cashierId });
  const [sums] = await ctx.execute<{ takenMinor: number; vouchedMinor: number }>(SUMS, [ctx.companyId, sheetId]);
  const { takenMinor, vouchedMinor } = sums ?? { takenMinor: 0, vouchedMinor: 0 };
  const note = input.note ?? null;
  if (note === null && (takenMinor !== vouchedMinor || cashMinor !== countedMinor))
    throw ruleRefused('R-CSH-03', 'Vouchers, money and books differ: say why.', {
      ...{ sheetId, takenMinor, vouchedMinor, cashMinor, countedMinor },
    });
  Object.assign(sheet, { accountantId, reconciledAt: ctx.clock.now(), reconcileNote: note });
  recordHandoverEvent(ctx, sheet, 'RECONCILED');
  return { sheetId };
}
