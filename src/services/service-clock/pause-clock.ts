import { pauseEntry } from '../../domain/service-clock/pause-clock.js';
import type { PauseReason } from '../../domain/service-clock/pause-reason.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { enterIntoClock, takeClock, type ClockStepInput } from './steps/take-clock.js';

interface PauseClock extends ClockStepInput {
  readonly reason: PauseReason;
  /** When it is to run again by itself; absent: when it has stood still for as long as it may. */
  readonly until?: Date | null;
}

/**
 * Has a clock of a ticket stand still, for a reason that its milestone takes and within the cap that was in force when it
 * began; all pauses for one reason count together. Needs `clock.pause` on the estate.
 * @rule D-05 @rule D-27 @rule D-16 @rule R-MET-09
 * @throws NOT_FOUND when the ticket is not seen or has no such clock
 * @throws RULE_REFUSED D-05 when it does not run, its limit has passed, the reason does not fit, or the cap is exceeded
 * @throws INVALID_INPUT when the pause would begin before the clock, or end before it begins
 */
export async function pauseClock(ctx: CommandContext, input: PauseClock): Promise<TicketStepResult> {
  const step = await takeClock(ctx, input);
  const { ticket, clock, at } = step;
  const { reason, until = null } = input;
  const day = await dayAt(ctx, ticket.estateId, clock.startedAt);
  const caps = await policyInForce(ctx, 'D-05', ticket.estateId, day);
  await enterIntoClock(ctx, step, pauseEntry(step, { reason, at, until }, caps[reason], ctx.clock.now()), 'PAUSED');
  return { ticketId: ticket.id, version: ticket.version };
}
