import { ruleRefused } from '../../domain/errors.js';
import type { FeedbackMode } from '../../domain/liaison-letter/letter-source.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface CloseLiaisonLetter extends LetterStepInput {
  readonly mode: FeedbackMode;
  readonly feedback?: string | null;
  /** When the owner was told, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Says how the owner was told of the answer; the letter is closed. Needs `letter.draft` on its estate.
 * @rule R-ORG-17
 * @throws as `takeLetterStep`
 * @throws RULE_REFUSED R-ORG-17 when nobody was told of what a complaint led to
 * @throws INVALID_INPUT when it was told in the future, or before the answer
 */
export async function closeLiaisonLetter(ctx: CommandContext, input: CloseLiaisonLetter): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'feedBack', 'letter.draft');
  const { mode, feedback = null, occurredAt } = input;
  if (mode === 'NOBODY' && letter.sourceKind === 'COMPLAINT')
    throw ruleRefused('R-ORG-17', 'Whoever complained is told of the answer.', { sourceId: letter.sourceId ?? null });
  if (letter.answeredAt == null) throw new Error('A letter that is answered says when.');
  const answered = { name: 'answeredAt', at: letter.answeredAt };
  const closedAt = notBefore(answered, ctx.occurredAt(occurredAt), occurredAt != null);
  Object.assign(letter, { feedbackMode: mode, feedback, closedAt, closedById: ctx.principal.subjectId });
  await fulfilOwed(ctx, ['LIAISON_FEEDBACK'], letter.id, closedAt);
  return recordLetterEvent(ctx, letter, 'CLOSED', closedAt);
}
