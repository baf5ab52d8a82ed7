import { invalidInput } from '../errors.js';
import { clockPolicies } from './clock-policies.js';
import { estateLifePolicies } from './estate-life-policies.js';
import { feePolicies } from './fee-policies.js';
import { noticePolicies } from './notice-policies.js';
import { organisationPolicies } from './organisation-policies.js';
import type { PolicyDefinition } from './policy-definition.js';
import { servicePolicies } from './service-policies.js';
import { visitPolicies } from './visit-policies.js';

/** Every setting that a company may make its own, by the id under which the domain knows it. */
export const POLICIES = {
  ...servicePolicies,
  ...clockPolicies,
  ...visitPolicies,
  ...noticePolicies,
  ...feePolicies,
  ...estateLifePolicies,
  ...organisationPolicies,
};

export type PolicyKey = keyof typeof POLICIES;
/** What a setting's value is: `PolicyValue<'P-18'>` is a number of minutes. */
export type PolicyValue<K extends PolicyKey> = (typeof POLICIES)[K] extends PolicyDefinition<infer T> ? T : never;

/** All keys, in the order of their letters and numbers. */
export const POLICY_KEYS: readonly PolicyKey[] = (Object.keys(POLICIES) as PolicyKey[]).sort();

/** @throws INVALID_INPUT with the field's path when no setting has this key */
export function assertPolicyKey(path: string, key: string): asserts key is PolicyKey {
  if (!Object.hasOwn(POLICIES, key)) throw invalidInput(path, 'must be the key of a policy, such as P-18');
}

/** The definition of a setting. */
export const policyOf = <K extends PolicyKey>(key: K): PolicyDefinition<PolicyValue<K>> =>
  POLICIES[key] as unknown as PolicyDefinition<PolicyValue<K>>;

/**
 * A setting's value from JSON.
 * @throws INVALID_INPUT with the path of what does not fit, from `path` down: `input.value.windows.0.from`
 */
export const parsePolicyValue = <K extends PolicyKey>(key: K, json: unknown, path = 'input.value'): PolicyValue<K> =>
  policyOf(key).shape.parse(path, json);
