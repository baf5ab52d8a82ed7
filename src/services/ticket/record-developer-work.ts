import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { haveClocksRunAgain } from '../service-clock/steps/stand-still.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface RecordDeveloperWork extends TicketStepInput {
  /** What was done, for staff. */
  readonly note?: string | null;
}

/**
 * Records that the developer has done its part: the chase is over, our clocks go on, and the order is looked at by our
 * own people before it is done. Needs `repair.developer` on the estate.
 * @rule D-05
 * @throws RULE_REFUSED when nothing lies with the developer
 */
export async function recordDeveloperWork(ctx: CommandContext, input: RecordDeveloperWork): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'recordDeveloperWork', 'repair.developer');
  if (ticket.developerDueAt == null) throw ruleRefused('D-05', 'Nothing of it lies with the developer.');
  ticket.developerDueAt = null;
  await fulfilOwed(ctx, ['DEVELOPER_PART'], ticket.id, at);
  await haveClocksRunAgain(ctx, ticket, 'WITH_DEVELOPER', at);
  const { note = null } = input;
  const noteId = note === null ? null : writeNote(ctx, ticket, { kind: 'NOTE', text: note, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_DEVELOPER_DONE',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
