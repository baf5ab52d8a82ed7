import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { HIGHEST_AMOUNT } from '../../domain/ledger/ledger-amount.js';
import { minorOf, type Money } from '../../domain/money/money.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { recordHandoverEvent } from './steps/record-handover-event.js';
import { takeHandoverStep, type HandoverStepInput } from './steps/take-handover-step.js';

interface ConfirmHandover extends HandoverStepInput {
  /** What the treasurer has counted, or the bank's slip says. */
  readonly received: Money;
}

/**
 * Takes the cash of a sheet over, the whole of what was counted, from the cashier or from the bank's slip. Needs
 * `handover.confirm` on the estate.
 * @rule R-CSH-01 @rule R-CSH-02 @rule R-ORG-61
 * @throws NOT_FOUND handoverSheet
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for another currency, and a sum that cannot be
 * @throws RULE_REFUSED R-CSH-01 when it was taken over before, and for another sum than the cashier has counted: that is
 * counted again first; R-ORG-61 for the cashier
 */
export async function confirmHandover(ctx: CommandContext, input: ConfirmHandover): Promise<{ sheetId: string }> {
  const sheet = await takeHandoverStep(ctx, input, 'CONFIRM');
  const { id: sheetId, cashierId, countedMinor, currency } = sheet;
  const treasurerId = ctx.principal.subjectId;
  if (cashierId === treasurerId)
    throw ruleRefused('R-ORG-61', 'Nobody takes over the own money.', { sheetId, cashierId });
  if (input.received.currency !== currency)
    throw invalidInput('input.received.currency', `the accounts are kept in ${currency}`, { currency });
  const receivedMinor = minorOf('input.received', input.received, HIGHEST_AMOUNT);
  if (receivedMinor !== countedMinor)
    throw ruleRefused('R-CSH-01', 'The whole sum is handed over: count it again.', {
      sheetId,
      countedMinor,
      receivedMinor,
    });
  const handedOverAt = ctx.clock.now();
  Object.assign(sheet, { treasurerId, handedOverAt });
  await fulfilOwed(ctx, ['HANDOVER_CONFIRMATION'], sheetId, handedOverAt);
  recordHandoverEvent(ctx, sheet, 'HANDED_OVER');
  return { sheetId };
}
