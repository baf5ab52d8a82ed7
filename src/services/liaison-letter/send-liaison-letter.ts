import { ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { oweAnswer } from './steps/owe-answer.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

/**
 * Sends a letter to the estate's one window at head office, which owes an answer from then on; what it owed for the summary
 * of visits behind it is asked for by the letter now. Needs `letter.send` on its estate.
 * @rule R-ESC-01 @rule R-ESC-02 @rule R-ORG-06 @rule Q-27
 * @throws as `takeLetterStep`
 * @throws RULE_REFUSED R-ESC-01 without a proposal
 */
export async function sendLiaisonLetter(ctx: CommandContext, input: LetterStepInput): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'send', 'letter.send');
  if (letter.proposal == null)
    throw ruleRefused('R-ESC-01', 'A letter is sent with a proposal.', { letterId: letter.id });
  const now = ctx.clock.now();
  Object.assign(letter, { sentAt: now, sentById: ctx.principal.subjectId });
  await oweAnswer(ctx, letter);
  if (letter.sourceKind === 'VISIT_SUMMARY' && letter.sourceId != null)
    lapse(ctx, await owedFor(ctx, ['ESCALATION_ANSWER'], letter.sourceId), now);
  return recordLetterEvent(ctx, letter, 'SENT');
}
