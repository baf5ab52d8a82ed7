import {
  assertOutcome,
  type ServedDocument,
  type ServiceMethod,
  type ServiceOutcome,
} from '../../domain/dunning/document-service.js';
import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { assertReportTime } from '../../domain/ticket/milestones.js';
import type { CommandContext } from '../command/command-context.js';
import { attachEvidence } from './steps/attach-evidence.js';
import type { DunningResult } from './steps/record-dunning-event.js';
import { takeCase, type WhichCase } from './steps/take-case.js';
import { writeService } from './steps/write-service.js';

interface RecordService extends WhichCase {
  readonly document: ServedDocument;
  readonly method: ServiceMethod;
  readonly outcome: ServiceOutcome;
  readonly receiptNumber?: string | null;
  readonly attachmentIds?: readonly string[] | null;
  /** When it was tried, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Records that a payment notice or lawyer's letter was handed over or posted, or could not be: with the time and amount that
 * was overdue, and what proves it. Each way comes after the one before has failed; a public notice is posted by its approved
 * list. Needs `dunning.act` on the estate.
 * @rule R-DUN-12 @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-16 @rule R-DUN-17 @rule D-09 @rule Q-20
 * @throws NOT_FOUND dunning case or attachment
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-DUN-17 out of order; Q-20 for a public notice without its list; R-DUN-11 for a letter that was not
 * sent, or is served; D-13 when the case is closed
 * @throws INVALID_INPUT for an outcome that cannot be, a posted document without the number of its receipt, and an instant in
 * the future
 */
export async function recordService(
  ctx: CommandContext,
  input: RecordService,
): Promise<DunningResult & { serviceId: string }> {
  const { document, method, outcome, receiptNumber = null } = input;
  const at = ctx.occurredAt(input.occurredAt);
  assertReportTime(at);
  const debt = await takeCase(ctx, input, 'dunning.act');
  assertOutcome({ method, outcome });
  if (method === 'PUBLIC_NOTICE')
    throw ruleRefused('Q-20', 'A public notice is posted by its approved list.', { caseId: debt.id });
  if ((method === 'POST') !== (receiptNumber !== null))
    throw invalidInput('input.receiptNumber', 'name the receipt of what was posted, and of nothing else', {
      rule: 'R-DUN-14',
    });
  const service = await writeService(ctx, debt, { document, method, outcome, at, receiptNumber });
  await attachEvidence(ctx, debt, { serviceId: service.id }, input.attachmentIds);
  return { caseId: debt.id, version: debt.version, serviceId: service.id };
}
