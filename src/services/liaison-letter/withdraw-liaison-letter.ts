import type { CommandContext } from '../command/command-context.js';
import { lapse } from '../obligation/steps/lapse.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface WithdrawLiaisonLetter extends LetterStepInput {
  readonly reason: string;
}

/**
 * Takes a letter back before it is answered, with a reason; what was owed for it lapses. Needs `letter.send` on its estate.
 * @rule R-ESC-01
 * @throws as `takeLetterStep`
 */
export async function withdrawLiaisonLetter(ctx: CommandContext, input: WithdrawLiaisonLetter): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'withdraw', 'letter.send');
  const now = ctx.clock.now();
  const { subjectId } = ctx.principal;
  Object.assign(letter, { withdrawnAt: now, withdrawnById: subjectId, withdrawReason: input.reason });
  lapse(ctx, await owedFor(ctx, ['LIAISON_ANSWER'], letter.id), now);
  return recordLetterEvent(ctx, letter, 'WITHDRAWN');
}
