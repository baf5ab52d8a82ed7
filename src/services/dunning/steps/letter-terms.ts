import type { LetterTerms } from '../../../domain/dunning/letter-ground.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** By which policies lawyer's letters of an estate are judged on a day. @rule R-DUN-07 @rule P-21 @rule P-22 */
export const letterTerms = async (ctx: CommandContext, estateId: string, day: string): Promise<LetterTerms> => ({
  months: await policyInForce(ctx, 'Q-12', estateId, day),
  visits: await policyInForce(ctx, 'Q-13', estateId, day),
  needs: await policyInForce(ctx, 'P-22', estateId, day),
  afterYear: await policyInForce(ctx, 'P-21', estateId, day),
});
