import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { ruleRefused } from '../../domain/errors.js';
import { assertReference } from '../../domain/ledger/payment-method.js';
import { calendarOf } from '../calendar/steps/calendar-of.js';
import type { CommandContext } from '../command/command-context.js';
import { owe } from '../obligation/steps/owe.js';
import { recordHandoverEvent } from './steps/record-handover-event.js';
import { takeHandoverStep, type HandoverStepInput } from './steps/take-handover-step.js';

interface BankHandover extends HandoverStepInput {
  /** The number of the bank's slip. */
  readonly bankReference: string;
}

/** Within so many working days the handover is made up. */
const MADE_UP_WITHIN = 1;

/**
 * Records that the cash of the own sheet was banked directly, because the treasurer was out; the treasurer owes the handover
 * by the next working day. Needs `fee.collect` on the estate.
 * @rule R-CSH-02
 * @throws NOT_FOUND handoverSheet
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a number that is none
 * @throws RULE_REFUSED R-CSH-02 when it was handed over or banked; R-ORG-61 for somebody else's sheet
 */
export async function bankHandover(ctx: CommandContext, input: BankHandover): Promise<{ sheetId: string }> {
  const sheet = await takeHandoverStep(ctx, input, 'BANK');
  const { id: sheetId, cashierId, estateId } = sheet;
  if (cashierId !== ctx.principal.subjectId)
    throw ruleRefused('R-ORG-61', 'Who has taken the money banks it.', { sheetId, cashierId });
  assertReference('input.bankReference', input.bankReference);
  const bankedAt = ctx.clock.now();
  Object.assign(sheet, { bankedAt, bankReference: input.bankReference });
  const calendar = await calendarOf(ctx, estateId, bankedAt);
  const { deadline: dueAt } = workingDayDeadline(bankedAt, MADE_UP_WITHIN, calendar);
  owe(ctx, {
    ...{ kind: 'HANDOVER_CONFIRMATION', estateId, subjectKind: 'HANDOVER_SHEET', subjectId: sheetId },
    ...{ owner: { ownerPost: 'TREASURER' }, dueAt },
  });
  recordHandoverEvent(ctx, sheet, 'BANKED');
  return { sheetId };
}
