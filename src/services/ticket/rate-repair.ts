import { isToBeReopened, type Satisfaction } from '../../domain/callback/callback-answer.js';
import { sharedStep } from '../../domain/ticket/lives.js';
import type { CommandContext } from '../command/command-context.js';
import { assertInTerm } from './steps/assert-in-term.js';
import { openAgain } from './steps/open-again.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface RateRepair extends TicketStepInput {
  readonly solved: boolean;
  readonly satisfaction: Satisfaction;
  readonly remark?: string | null;
}

/**
 * Records what the resident says of a finished repair, in the app; the last word stands. It is not the callback, which
 * stays owed. Whoever is not satisfied opens the order again. Needs `repair.rate`, which residents hold on the own
 * occupancies.
 * @rule R-RPR-22 @rule R-CBK-03 @rule R-RPR-20 @rule D-30
 * @throws RULE_REFUSED before the work is done, once the order is filed, and after the term
 */
export async function rateRepair(ctx: CommandContext, input: RateRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'rate', 'repair.rate');
  await assertInTerm(ctx, ticket, at);
  const { solved, satisfaction, remark = null } = input;
  ticket.rating = satisfaction;
  ticket.ratedAt = at;
  const noteId =
    remark === null ? null : writeNote(ctx, ticket, { kind: 'NOTE', text: remark, at, visibility: 'CUSTOMER' });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_RATED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { solved, satisfaction, noteId },
  });
  if (isToBeReopened({ outcome: 'REACHED', solved, satisfaction })) {
    ticket.version += 1;
    Object.assign(ticket, sharedStep(ticket.kind, 'reopen', ticket.stage));
    await openAgain(ctx, ticket, at, noteId);
  }
  return { ticketId: ticket.id, version: ticket.version };
}
