import type { CommandContext } from '../command/command-context.js';
import { assertInTerm } from './steps/assert-in-term.js';
import { openAgain } from './steps/open-again.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface ReopenTicket extends TicketStepInput {
  readonly reason: string;
}

/**
 * Opens a ticket again that was answered or done but is not solved; what is closed stays closed. Needs `ticket.reopen` on
 * the estate; a resident reopens tickets of own occupancies, a repair within the policy's days after the work.
 * @rule R-CMP-24 @rule R-RPR-20 @rule D-30
 * @throws RULE_REFUSED when the stage does not take it, and R-RPR-20 for residents after the term
 */
export async function reopenTicket(ctx: CommandContext, input: ReopenTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeSharedStep(ctx, input, 'reopen', 'ticket.reopen');
  if (ticket.kind === 'REPAIR') await assertInTerm(ctx, ticket, at);
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: input.reason, at, visibility: 'CUSTOMER' });
  await openAgain(ctx, ticket, at, noteId);
  return { ticketId: ticket.id, version: ticket.version };
}
