import type { VisitTerms } from '../../../domain/dunning/visit-hours.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** By which rules a visit of an estate on a day is judged. @rule R-DUN-05 @rule R-DUN-18 */
export const visitTerms = async (
  ctx: CommandContext,
  estateId: string,
  day: string,
  teamAtLeast: number,
): Promise<VisitTerms> => ({
  timeZone: await zoneOf(ctx, estateId),
  quiet: await policyInForce(ctx, 'P-02', estateId, day),
  eveningFrom: await policyInForce(ctx, 'Q-42', estateId, day),
  teamAtLeast,
});
