import { invalidInput, notFound, ruleRefused } from '../../domain/errors.js';
import { assertJoins, assertLeads, MOST_JOINED } from '../../domain/ticket/merging.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import type { Ticket } from '../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { assertNotAbout } from './steps/assert-not-about.js';
import { follow } from './steps/follow.js';
import { joinedTo, recordCallers } from './steps/joined.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeTicketStep, type TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

interface MergeTickets extends CommandInput {
  readonly leadingTicketId: string;
  readonly ticketIds: readonly string[];
  readonly reason?: string | null;
  /** The version of the leading ticket that the client has seen. */
  readonly expectedVersion?: number | null;
  readonly occurredAt?: Date | null;
}

/** Who was to come to a ticket that joins another, and when. */
const agreedFor = ({ assigneeId, scheduledFrom, scheduledUntil, scheduleReason }: Ticket) => ({
  assigneeId: assigneeId ?? null,
  scheduledFrom: scheduledFrom?.toISOString() ?? null,
  scheduledUntil: scheduledUntil?.toISOString() ?? null,
  scheduleReason: scheduleReason ?? null,
});

/**
 * Has tickets about one matter join the one that leads: one work, and every customer is still told, answered and called
 * back about the own ticket. Where each stood is kept, so that it can leave again. Needs `ticket.merge` on the estate.
 * @rule R-DSP-03 @rule R-REC-23 @rule R-CBK-01 @rule D-27 @rule D-16
 * @throws INVALID_INPUT when none is named, or the leading one among them
 * @throws RULE_REFUSED for chains, another kind or estate, work that has begun or is done, a graver matter than the leading
 * one, and more than 200 at one ticket
 */
export async function mergeTickets(ctx: CommandContext, input: MergeTickets): Promise<TicketStepResult> {
  const { leadingTicketId, expectedVersion, occurredAt, reason = null } = input;
  const wanted = [...new Set(input.ticketIds)];
  if (wanted.length === 0) throw invalidInput('input.ticketIds', 'names no ticket');
  const taken: Ticket[] = [];
  for (const ticketId of [...new Set([leadingTicketId, ...wanted])].sort()) {
    const step = { ticketId, expectedVersion: ticketId === leadingTicketId ? expectedVersion : null };
    const ticket = await takeTicketStep(ctx, step, 'ticket.merge');
    assertNotAbout(ctx, ticket);
    taken.push(ticket);
  }
  const leading = taken.find(({ id }) => id === leadingTicketId);
  if (!leading) throw notFound('ticket');
  assertLeads(leading);
  const joining = taken.filter(({ id }) => wanted.includes(id));
  for (const ticket of joining) {
    assertJoins(ticket, leading);
    if ((await joinedTo(ctx, ticket)) > 0)
      throw ruleRefused('R-DSP-03', 'Others have joined it; it joins none.', { ticketId: ticket.id });
  }
  const before = await joinedTo(ctx, leading);
  if (before + joining.length > MOST_JOINED)
    throw ruleRefused('R-DSP-03', `At most ${MOST_JOINED} tickets join one.`, { joined: before, max: MOST_JOINED });
  const at = ctx.occurredAt(occurredAt);
  for (const ticket of joining) {
    const { stage: from, phase: fromPhase } = ticket;
    ticket.mergedIntoId = leading.id;
    ticket.mergedAt = notBefore({ name: 'reportedAt', at: ticket.reportedAt }, at, occurredAt != null);
    const noteId = reason === null ? null : writeNote(ctx, ticket, { kind: 'NOTE', text: reason, at });
    recordTicketEvent(ctx, ticket, {
      type: 'MERGED',
      occurredAt: ticket.mergedAt,
      visibility: 'INTERNAL',
      facts: { leadingId: leading.id, from, fromPhase, ...agreedFor(ticket), noteId },
    });
    await follow(ctx, ticket, leading, ticket.mergedAt);
  }
  recordCallers(ctx, leading, before + joining.length, at);
  return { ticketId: leading.id, version: leading.version };
}
