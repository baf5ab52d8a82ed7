import { notFound } from '../../../domain/errors.js';
import type { ClockEntry } from '../../../domain/service-clock/clock-ledger.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { assertNotAbout } from '../../ticket/steps/assert-not-about.js';
import { takeTicketStep, type TicketStepInput } from '../../ticket/steps/take-ticket-step.js';
import { clocksNow, type ClockNow } from './clocks-now.js';
import { keepClocks } from './keep-clocks.js';
import { recordClockEvent } from './record-clock-event.js';

/** Which clock of which ticket. */
export interface ClockStepInput extends TicketStepInput {
  readonly clockId: string;
}

/** A clock under way in a command, with its ticket, the instant of the step, and how it stands now. */
interface ClockStep extends ClockNow {
  readonly ticket: Ticket;
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
  assertNotAbout(ctx, ticket);
  const found = (await clocksNow(ctx, ticket)).find(({ clock }) => clock.id === input.clockId);
  if (!found) throw notFound('clock');
  return { ...found, ticket, at: ctx.occurredAt(input.occurredAt) };
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
