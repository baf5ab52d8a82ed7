import type { Role } from '../identity/role.js';

/**
 * The post that is told when whoever received a customer cannot decide or calm the customer: the service manager, and
 * above that post the estate manager.
 * @param held the posts that the receiver holds on the estate
 * @rule R-REC-12 @rule R-DSP-11 @rule P-34 @rule P-35
 */
export const superiorOf = (held: readonly Role[]): Role =>
  held.includes('SERVICE_MANAGER') || held.includes('ESTATE_MANAGER') ? 'ESTATE_MANAGER' : 'SERVICE_MANAGER';
