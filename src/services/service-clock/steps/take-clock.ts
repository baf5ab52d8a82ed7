import { notFound, ruleRefused } from '../../../domain/errors.js';
import type { PausableClock } from '../../../domain/service-clock/pause-clock.js';
import { definitionOf } from '../../../domain/service-clock/follow-clocks.js';
import { readClock } from '../../../domain/service-clock/read-clock.js';
import type { ClockEntry } from '../../../domain/service-clock/clock-ledger.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { takeTicketStep, type TicketStepInput } from '../../ticket/steps/take-ticket-step.js';
import { clockedTicketOf } from './clocked-ticket-of.js';
import { keepClocks } from './keep-clocks.js';
import { clocksOfTickets, type KeptClock } from './kept-clock.js';
import { measureOf } from './measure-of.js';
import { recordClockEvent } from './record-clock-event.js';

/** Which clock of which ticket. */
export interface ClockStepInput extends TicketStepInput {
  readonly clockId: string;
}

/** A clock under way in a command, with its ticket, the instant of the step, and how it stands now. */
interface ClockStep extends PausableClock {
  readonly ticket: Ticket;
  readonly clock: KeptClock;
  readonly at: Date;
}

/**
 * Takes a step on a clock: its ticket is locked, authorised and in its next version.
 * @rule D-16
 * @throws NOT_FOUND when the fence does not show the ticket, or it has no such clock
 * @throws CONFLICT when the client has seen another version of the ticket
 * @throws FORBIDDEN when `clock.pause` does not reach the ticket's estate
 * @throws RULE_REFUSED D-16 for whoever the complaint is about
 * @throws INVALID_INPUT when the claimed instant lies in the future
 */
export async function takeClock(ctx: CommandContext, input: ClockStepInput): Promise<ClockStep> {
  const ticket = await takeTicketStep(ctx, input, 'clock.pause');
  if (ticket.againstStaffId === ctx.principal.subjectId)
    throw ruleRefused('D-16', 'The complaint is about whoever wants to pause its clock.', { ticketId: ticket.id });
  return clockOf(ctx, ticket, input.clockId, ctx.occurredAt(input.occurredAt));
}

/** A clock of a ticket that the command holds the lock on. @throws NOT_FOUND when it has no such clock */
async function clockOf(ctx: CommandContext, ticket: Ticket, clockId: string, at: Date): Promise<ClockStep> {
  const clock = (await clocksOfTickets(ctx, [ticket.id])).find(({ id }) => id === clockId);
  if (!clock) throw notFound('clock');
  const limit = { ms: clock.limitMs, measure: await measureOf(ctx, ticket.estateId, clock) };
  const definition = definitionOf(clock, await clockedTicketOf(ctx, ticket));
  return {
    ticket,
    clock,
    at,
    ledger: clock.ledger,
    definition,
    reading: readClock(clock.ledger, limit, ctx.clock.now()),
  };
}

/** Adds to the ledger of a clock, and tells of it. */
export async function enterIntoClock(
  ctx: CommandContext,
  { ticket, clock, at }: ClockStep,
  entry: ClockEntry,
  type: 'PAUSED' | 'RESUMED',
): Promise<void> {
  const after = { ...clock, ledger: [...clock.ledger, entry] };
  for (const kept of await keepClocks(ctx, [{ before: clock, after, ticket }])) recordClockEvent(ctx, kept, type, at);
}
