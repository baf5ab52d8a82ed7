import { ruleRefused } from '../../domain/errors.js';
import { isChangedDirectly } from '../../domain/policy/setting-change.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import { policyInForce } from './steps/policy-in-force.js';
import { readPolicyChange, type PolicyChange } from './steps/read-change.js';
import { setPolicyVersion } from './steps/set-policy-version.js';

/** What a change of a policy answers. */
export interface PolicyChanged {
  readonly key: string;
  readonly estateId: string | null;
  readonly effectiveFrom: string;
  readonly version: number;
}

/**
 * Sets a policy from a day on by one person's word, where that is enough. Needs `policy.change` on the estate, or on all
 * for the company's own.
 * @rule R-MET-09, R-ORG-68, D-08
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN policy.change
 * @throws INVALID_INPUT for an unknown key, a value of another shape, or a day in the past
 * @throws RULE_REFUSED R-ORG-68 when it needs approval: propose it instead; the policy's key when estates may not differ
 * @throws CONFLICT when somebody was faster
 */
export async function changePolicy(ctx: CommandContext, input: PolicyChange): Promise<PolicyChanged> {
  const setting = await readPolicyChange(ctx, input);
  const { key, estateId, effectiveFrom } = setting;
  const way = await policyInForce(ctx, 'D-18', null, await dayAt(ctx, null, ctx.clock.now()));
  if (!isChangedDirectly(key, estateId, way))
    throw ruleRefused(
      'R-ORG-68',
      'This policy changes only with the approval of a second person: propose the change.',
      {
        key,
      },
    );
  const { version } = await setPolicyVersion(ctx, setting, input.expectedVersion);
  return { key, estateId, effectiveFrom, version };
}
