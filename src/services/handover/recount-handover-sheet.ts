import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { countedCash, type Count } from './steps/counted-cash.js';
import { recordHandoverEvent } from './steps/record-handover-event.js';
import { takeHandoverStep, type HandoverStepInput } from './steps/take-handover-step.js';

/**
 * Counts the cash of the own sheet again, before anybody has taken it. Needs `fee.collect` on the estate.
 * @rule R-CSH-01 @rule R-CSH-05
 * @throws NOT_FOUND handoverSheet
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT R-CSH-05 for a difference without reason
 * @throws RULE_REFUSED R-CSH-01 when it was handed over or banked; R-ORG-61 for somebody else's sheet
 */
export async function recountHandoverSheet(
  ctx: CommandContext,
  input: HandoverStepInput & Count,
): Promise<{ sheetId: string }> {
  const sheet = await takeHandoverStep(ctx, input, 'RECOUNT');
  const { id: sheetId, cashierId, cashMinor, currency } = sheet;
  if (cashierId !== ctx.principal.subjectId)
    throw ruleRefused('R-ORG-61', 'Who has taken the money counts it.', { sheetId, cashierId });
  Object.assign(sheet, countedCash(cashMinor, currency, input));
  recordHandoverEvent(ctx, sheet, 'RECOUNTED');
  return { sheetId };
}
