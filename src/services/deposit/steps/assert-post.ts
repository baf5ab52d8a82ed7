import { ruleRefused } from '../../../domain/errors.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';

/**
 * That the asker holds the post that authorises refunds of deposits, or pays them out, as the company has it.
 * @rule P-15 @rule R-ORG-61
 * @throws RULE_REFUSED P-15 for anybody else
 */
export async function assertPost(ctx: CommandContext, what: 'authorises' | 'pays', estateId: string): Promise<void> {
  const post = (await policyInForce(ctx, 'P-15', estateId, await dayAt(ctx, estateId, ctx.clock.now())))[what];
  if (await holdsRoleOn(ctx, ctx.principal.subjectId, [post], estateId)) return;
  throw ruleRefused('P-15', 'Another post does this for deposits.', { post });
}
