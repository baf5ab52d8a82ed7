import { assertAnswers } from '../../domain/liaison-letter/assert-answers.js';
import { LiaisonAnswer } from '../../entities/liaison-letter/liaison-answer.entity.js';
import { LiaisonLetter } from '../../entities/liaison-letter/liaison-letter.entity.js';
import { newId } from '../../entities/new-id.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { oweFeedback } from './steps/owe-answer.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface AnswerLiaisonLetter extends LetterStepInput {
  readonly answer: string;
}

/**
 * Answers a letter for the company: the window does, or the department to which it was passed. The centre then owes its owner
 * word of it. Needs `letter.answer` on its estate.
 * @rule R-ESC-03 @rule R-ESC-04 @rule R-ORG-06 @rule R-ORG-17 @rule P-10
 * @throws as `takeLetterStep`
 * @throws RULE_REFUSED R-ESC-04 for anybody else
 */
export async function answerLiaisonLetter(ctx: CommandContext, input: AnswerLiaisonLetter): Promise<LetterResult> {
  const before = await ctx.load(LiaisonLetter, 'liaison letter', input.letterId, input.expectedVersion);
  const { stage, departmentId = null } = before;
  const letter = await takeLetterStep(ctx, input, 'answer', 'letter.answer');
  assertAnswers(await answererOf(ctx, letter.estateId), { stage, departmentId });
  const now = ctx.clock.now();
  letter.answeredAt = now;
  ctx.em.create(LiaisonAnswer, {
    ...{ companyId: ctx.companyId, id: newId(), estateId: letter.estateId, letterId: letter.id },
    ...{ round: letter.disputes + 1, answer: input.answer, answeredById: ctx.principal.subjectId, answeredAt: now },
    departmentId: stage === 'PASSED' ? departmentId : null,
    inTime: letter.dueAt != null && now.getTime() <= letter.dueAt.getTime(),
  });
  await fulfilOwed(ctx, ['LIAISON_ANSWER'], letter.id, now);
  await oweFeedback(ctx, letter);
  return recordLetterEvent(ctx, letter, 'ANSWERED');
}

async function answererOf(ctx: CommandContext, estateId: string) {
  const { subjectId } = ctx.principal;
  const post = await policyInForce(ctx, 'P-10', estateId, await dayAt(ctx, estateId, ctx.clock.now()));
  const staff = await ctx.em.findOne(Staff, { companyId: ctx.companyId, id: subjectId });
  return { isWindow: await holdsRoleOn(ctx, subjectId, [post], estateId), departmentId: staff?.departmentId ?? null };
}
