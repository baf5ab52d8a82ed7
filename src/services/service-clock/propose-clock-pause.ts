import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitForApproval } from '../approval/steps/submit-for-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { recordClockEvent } from './steps/record-clock-event.js';
import { takeClock, type ClockStepInput } from './steps/take-clock.js';
import { writePauseProposal, type WantedPause } from './steps/write-pause-proposal.js';

/**
 * Asks that a clock of a ticket stands still for longer than the cap allows; it does so from the approval on. Needs
 * `clock.pause` on the estate.
 * @rule D-05 @rule D-27 @rule R-ORG-68 @rule D-16
 * @throws NOT_FOUND when the ticket is not seen or has no such clock
 * @throws RULE_REFUSED D-05 when its limit has passed or the reason does not fit; R-ORG-68 for another system
 * @throws INVALID_INPUT when it would run again in the past, or later than in 90 days
 */
export async function proposeClockPause(
  ctx: CommandContext,
  input: ClockStepInput & WantedPause,
): Promise<ApprovalResult> {
  const step = await takeClock(ctx, input);
  const { ticket, clock, reading, at } = step;
  const proposal = await writePauseProposal(ctx, { ticket, clockId: clock.id, clock: step }, input);
  recordClockEvent(ctx, { id: clock.id, after: clock, reading, ticket }, 'PAUSE_PROPOSED', at);
  return submitForApproval(ctx, { kind: 'CLOCK_PAUSE', id: proposal.id, estateId: ticket.estateId });
}
