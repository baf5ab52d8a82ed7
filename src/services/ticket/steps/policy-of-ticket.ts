import type { PolicyKey, PolicyValue } from '../../../domain/policy/policies.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/** Of a ticket, what says which policies it goes by. */
interface Born {
  readonly estateId: string;
  readonly reportedAt: Date;
}

/**
 * The value of a policy for a ticket: what was in force on the day on which it was reported, to its end.
 * @rule R-MET-09
 */
export const policyOfTicket = async <K extends PolicyKey>(
  ctx: CommandContext,
  { estateId, reportedAt }: Born,
  key: K,
): Promise<PolicyValue<K>> => policyInForce(ctx, key, estateId, await dayAt(ctx, estateId, reportedAt));
