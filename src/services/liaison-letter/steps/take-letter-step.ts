import type { Action } from '../../../domain/identity/action.js';
import { nextLetterStage, type LetterVerb } from '../../../domain/liaison-letter/letter-stage.js';
import { LiaisonLetter } from '../../../entities/liaison-letter/liaison-letter.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';

/** What every step of a letter takes. */
export interface LetterStepInput extends CommandInput {
  readonly letterId: string;
  readonly expectedVersion?: number | null;
}

/**
 * Takes one step of a letter's life: locked, authorised, in its next stage and version.
 * @throws NOT_FOUND letter
 * @throws CONFLICT when the client has seen another version
 * @throws FORBIDDEN when the action does not reach the estate
 * @throws RULE_REFUSED when the stage does not take the verb
 */
export async function takeLetterStep(
  ctx: CommandContext,
  { letterId, expectedVersion }: LetterStepInput,
  verb: LetterVerb,
  action: Action,
): Promise<LiaisonLetter> {
  const letter = await ctx.load(LiaisonLetter, 'liaison letter', letterId, expectedVersion);
  authorizeOn(ctx.principal, action, letter.estateId);
  letter.stage = nextLetterStage(verb, letter.stage);
  letter.version += 1;
  return letter;
}
