import { ruleRefused } from '../../../domain/errors.js';
import type { Customer } from '../../../entities/people/customer.entity.js';

/**
 * Refuses what would give an erased customer data or a home again: what is void is never reused.
 * @throws RULE_REFUSED R-ARC-08
 * @rule R-ARC-08
 */
export function assertNotErased(customer: Customer): void {
  if (customer.erasedAt)
    throw ruleRefused('R-ARC-08', 'The customer was erased for good.', { erasedAt: customer.erasedAt.toISOString() });
}
