import { ruleRefused } from '../../domain/errors.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { assertNotAbout } from './steps/assert-not-about.js';
import { joinedTo, recordCallers } from './steps/joined.js';
import { leave } from './steps/leave.js';
import { takeTicketStep, type TicketStepInput, type TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface UnmergeTicket extends TicketStepInput {
  /** Why it is a matter of its own after all, for staff. */
  readonly reason: string;
}

/**
 * Has a ticket leave the one that it had joined: it stands again where it stood, and its work is its own. Needs
 * `ticket.merge` on the estate.
 * @rule R-DSP-03 @rule D-27 @rule D-16
 * @throws RULE_REFUSED when it has joined none, or is at its end
 */
export async function unmergeTicket(ctx: CommandContext, input: UnmergeTicket): Promise<TicketStepResult> {
  const ticket = await takeTicketStep(ctx, input, 'ticket.merge');
  assertNotAbout(ctx, ticket);
  const { mergedIntoId, stage, phase } = ticket;
  if (mergedIntoId == null) throw ruleRefused('R-DSP-03', 'It has joined no other ticket.', { stage });
  if (phase === 'CLOSED' || phase === 'CANCELLED')
    throw ruleRefused('R-DSP-03', 'What is at its end stays where it is.', { stage });
  const at = ctx.occurredAt(input.occurredAt);
  const leading = await ctx.load(Ticket, 'ticket', mergedIntoId);
  leading.version += 1;
  writeNote(ctx, ticket, { kind: 'NOTE', text: input.reason, at });
  recordCallers(ctx, leading, (await joinedTo(ctx, leading)) - 1, at);
  await leave(ctx, ticket, at, 'DECIDED');
  return { ticketId: ticket.id, version: ticket.version };
}
