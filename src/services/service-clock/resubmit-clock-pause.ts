import { ClockPauseProposal } from '../../entities/service-clock/clock-pause-proposal.entity.js';
import type { ApprovalResult } from '../approval/steps/record-decision.js';
import { submitAgain } from '../approval/steps/submit-for-approval.js';
import { takeAsPreparer, type ApprovalStepInput } from '../approval/steps/take-approval.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { recordClockEvent } from './steps/record-clock-event.js';
import { takeClock } from './steps/take-clock.js';
import { writePauseProposal, type WantedPause } from './steps/write-pause-proposal.js';

/** The wish as it stands now; the clock and the reason stay. */
type ResubmitClockPause = ApprovalStepInput & Omit<WantedPause, 'reason'>;

/**
 * Asks again, after it was sent back, that a clock stands still beyond the cap. Needs `clock.pause` on the estate.
 * @rule D-05 @rule Q-18 @rule R-ORG-68
 * @throws NOT_FOUND approval
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED Q-18 unless it was sent back, or for somebody else than the preparer; D-05 when the limit has passed
 * @throws INVALID_INPUT when it would run again in the past, or later than in 90 days
 */
export async function resubmitClockPause(ctx: CommandContext, input: ResubmitClockPause): Promise<ApprovalResult> {
  const approval = await takeAsPreparer(ctx, input, 'resubmit');
  const { ticketId, clockId, reason } = await findRow(ctx, ClockPauseProposal, 'proposal', approval.subjectId);
  const step = await takeClock(ctx, { ticketId, clockId });
  const { ticket, clock, reading, at } = step;
  const proposal = await writePauseProposal(ctx, { ticket, clockId, clock: step }, { ...input, reason });
  recordClockEvent(ctx, { id: clock.id, after: clock, reading, ticket }, 'PAUSE_PROPOSED', at);
  return submitAgain(ctx, approval, proposal.id);
}
