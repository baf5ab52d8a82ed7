import type { TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import type { ClockReading } from '../../../domain/service-clock/read-clock.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** What can be told of a clock. */
type ClockEventType = 'WARNED' | 'BREACHED' | 'BREACH_WITHDRAWN' | 'PAUSE_PROPOSED' | 'PAUSED' | 'RESUMED';

/** A clock that something is told of. */
interface ToldClock {
  readonly id: string;
  readonly after: TicketClock;
  readonly reading: ClockReading;
  readonly ticket: Ticket;
}

/**
 * Tells something of a clock in its ticket's timeline and on its feeds, for staff; the ticket's version stays, since
 * nobody has changed it.
 */
export function recordClockEvent(
  ctx: CommandContext,
  { id, after, reading, ticket }: ToldClock,
  type: ClockEventType,
  occurredAt: Date,
): void {
  ctx.record({
    type: `clock.${type}`,
    estateId: ticket.estateId,
    subjectKind: 'ticket',
    subjectId: ticket.id,
    subjectVersion: ticket.version,
    occupancyId: ticket.occupancyId,
    visibility: 'INTERNAL',
    occurredAt,
    facts: {
      kind: ticket.kind,
      stage: ticket.stage,
      clockId: id,
      milestone: after.milestone,
      round: after.round,
      rule: after.rule,
      state: reading.state,
      dueAt: reading.dueAt.toISOString(),
      reason: reading.pause?.reason ?? null,
    },
  });
}
