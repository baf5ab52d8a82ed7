import { resumeEntry } from '../../domain/service-clock/pause-clock.js';
import type { CommandContext } from '../command/command-context.js';
import type { TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { enterIntoClock, takeClock, type ClockStepInput } from './steps/take-clock.js';

/**
 * Has a clock run again that stands still; what remains of its limit runs from then on. Needs `clock.pause` on the estate.
 * @rule D-05 @rule D-16
 * @throws NOT_FOUND when the ticket is not seen or has no such clock
 * @throws RULE_REFUSED D-05 when it does not stand still
 * @throws INVALID_INPUT when it would run again before it stood still
 */
export async function resumeClock(ctx: CommandContext, input: ClockStepInput): Promise<TicketStepResult> {
  const step = await takeClock(ctx, input);
  await enterIntoClock(ctx, step, resumeEntry(step, step.at, ctx.clock.now()), 'RESUMED');
  return { ticketId: step.ticket.id, version: step.ticket.version };
}
