import { workingDayDeadline } from '../../../domain/calendar/working-days.js';
import { FEEDBACK_WORKING_DAYS } from '../../../domain/liaison-letter/feedback-due.js';
import type { LiaisonLetter } from '../../../entities/liaison-letter/liaison-letter.entity.js';
import { calendarOf } from '../../calendar/steps/calendar-of.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** Has the estate's window at head office owe an answer, within the days of the policy. @rule R-ESC-02 @rule Q-27 @rule P-10 */
export async function oweAnswer(ctx: CommandContext, letter: LiaisonLetter): Promise<void> {
  const { id, estateId } = letter;
  const now = ctx.clock.now();
  const day = await dayAt(ctx, estateId, now);
  const days = await policyInForce(ctx, 'Q-27', estateId, day);
  const { deadline: dueAt } = workingDayDeadline(now, days, await calendarOf(ctx, estateId, now));
  letter.dueAt = dueAt;
  const ownerPost = await policyInForce(ctx, 'P-10', estateId, day);
  owe(ctx, {
    kind: 'LIAISON_ANSWER',
    estateId,
    subjectKind: 'LIAISON_LETTER',
    subjectId: id,
    owner: { ownerPost },
    dueAt,
  });
}

/** Has the centre tell the owner of an answer. @rule R-ORG-17 */
export async function oweFeedback(ctx: CommandContext, { id, estateId }: LiaisonLetter): Promise<void> {
  const now = ctx.clock.now();
  const { deadline: dueAt } = workingDayDeadline(now, FEEDBACK_WORKING_DAYS, await calendarOf(ctx, estateId, now));
  owe(ctx, {
    ...{ kind: 'LIAISON_FEEDBACK', estateId, subjectKind: 'LIAISON_LETTER', subjectId: id },
    ...{ owner: { ownerPost: 'SERVICE_SUPERVISOR' }, dueAt },
  });
}
