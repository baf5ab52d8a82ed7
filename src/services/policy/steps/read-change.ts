import { invalidInput } from '../../../domain/errors.js';
import { assertPolicyKey, parsePolicyValue } from '../../../domain/policy/policies.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import { authorizeOn } from '../../../tenancy/authorize.js';
import type { CommandContext } from '../../command/command-context.js';
import type { CommandInput } from '../../command/run-command.js';
import { findRow } from '../../place/steps/find-row.js';
import type { PolicySetting } from './set-policy-version.js';

/** What somebody wants a policy to be. */
export interface PolicyChange extends CommandInput {
  readonly key: string;
  /** Null: for the company. */
  readonly estateId?: string | null;
  readonly effectiveFrom: string;
  /** By the policy's shape. */
  readonly value?: unknown;
  /** Gives up what was set on this level, instead of a value. */
  readonly giveUp?: boolean | null;
  readonly estatesMayOverride?: boolean | null;
  readonly reason: string;
  /** The last version on this level that the client has seen; 0 for none. */
  readonly expectedVersion?: number | null;
}

/**
 * A wanted change in its stored form. Needs `policy.change` on the estate, or on all for the company's own.
 * @throws NOT_FOUND estate
 * @throws FORBIDDEN policy.change
 * @throws INVALID_INPUT for a key that is none, a value of another shape (with the path into it), a value beside
 * `giveUp` or neither, and an estate that wants to decide about estates
 */
export async function readPolicyChange(ctx: CommandContext, input: PolicyChange): Promise<PolicySetting> {
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'policy.change', estateId);
  const { key, effectiveFrom, reason, giveUp } = input;
  assertPolicyKey('input.key', key);
  if ((input.value == null) !== (giveUp === true)) throw invalidInput('input.value', 'give either a value or giveUp');
  if (estateId !== null && input.estatesMayOverride != null)
    throw invalidInput('input.estatesMayOverride', 'is for the company to say');
  const value = giveUp === true ? null : parsePolicyValue(key, input.value);
  return { key, estateId, effectiveFrom, value, estatesMayOverride: input.estatesMayOverride ?? true, reason };
}
