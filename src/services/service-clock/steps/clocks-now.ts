import { definitionOf } from '../../../domain/service-clock/follow-clocks.js';
import type { PausableClock } from '../../../domain/service-clock/pause-clock.js';
import { readClock } from '../../../domain/service-clock/read-clock.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { clockedTicketOf } from './clocked-ticket-of.js';
import { clocksOfTickets, type KeptClock } from './kept-clock.js';
import { measureOf } from './measure-of.js';

/** A clock of a ticket with what it says at this moment. */
export interface ClockNow extends PausableClock {
  readonly clock: KeptClock;
}

/** The clocks of a ticket that the command holds the lock on, as they stand at this moment. */
export async function clocksNow(ctx: CommandContext, ticket: Ticket): Promise<ClockNow[]> {
  const clocked = await clockedTicketOf(ctx, ticket);
  const clocks: ClockNow[] = [];
  for (const clock of await clocksOfTickets(ctx, [ticket.id])) {
    const limit = { ms: clock.limitMs, measure: await measureOf(ctx, ticket.estateId, clock) };
    const reading = readClock(clock.ledger, limit, ctx.clock.now());
    clocks.push({ clock, ledger: clock.ledger, definition: definitionOf(clock, clocked), reading });
  }
  return clocks;
}
