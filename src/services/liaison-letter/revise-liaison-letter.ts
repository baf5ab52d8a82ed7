import type { CommandContext } from '../command/command-context.js';
import { recordLetterEvent, type LetterResult } from './steps/record-letter-event.js';
import { takeLetterStep, type LetterStepInput } from './steps/take-letter-step.js';

interface ReviseLiaisonLetter extends LetterStepInput {
  readonly subject: string;
  readonly matter: string;
  readonly proposal?: string | null;
}

/**
 * Words a letter anew before it is sent. Needs `letter.draft` on its estate.
 * @rule R-ESC-01
 * @throws as `takeLetterStep`
 */
export async function reviseLiaisonLetter(ctx: CommandContext, input: ReviseLiaisonLetter): Promise<LetterResult> {
  const letter = await takeLetterStep(ctx, input, 'revise', 'letter.draft');
  const { subject, matter, proposal = null } = input;
  Object.assign(letter, { subject, matter, proposal });
  return recordLetterEvent(ctx, letter, 'REVISED');
}
