import { policyOf } from '../../../domain/policy/policies.js';

/** The longest term of a grant to unmask, in days. @rule R-ORG-78 */
export const longestUnmaskDays = (): number => policyOf('R-ORG-78').default;
