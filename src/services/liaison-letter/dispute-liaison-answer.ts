import { LockMode } from '@mikro-orm/core';
import { notFound } from '../../domain/errors.js';
import { LiaisonAnswer } from '../../entities/liaison-letter/liaison-answer.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { oweAnswer } from './steps/owe-answer.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface DisputeLiaisonAnswer extends LetterStepInput {
  readonly reason: string;
}

/**
 * Says that the centre cannot do with the answer: the window owes another one, and how often that happened is counted. Needs
 * `letter.send` on its estate.
 * @rule R-ESC-03
 * @throws as `takeLetterStep`
 */
export async function disputeLiaisonAnswer(ctx: CommandContext, input: DisputeLiaisonAnswer): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'dispute', 'letter.send');
  const answer = await ctx.em.findOne(
    LiaisonAnswer,
    { companyId: ctx.companyId, letterId: letter.id },
    { orderBy: { round: 'desc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!answer) throw notFound('answer');
  const now = ctx.clock.now();
  Object.assign(answer, { disputedAt: now, disputedById: ctx.principal.subjectId, disputeReason: input.reason });
  Object.assign(letter, { answeredAt: null, disputes: letter.disputes + 1, departmentId: null, passedAt: null });
  lapse(ctx, await owedFor(ctx, ['LIAISON_FEEDBACK'], letter.id), now);
  await oweAnswer(ctx, letter);
  return recordLetterEvent(ctx, letter, 'DISPUTED');
}
