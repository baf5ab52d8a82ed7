import { policyOf } from '../policy/policies.js';
import type { ClassPolicy } from './complaint-class.js';

/** What holds about classes. @rule P-33 @rule Q-08 */
export const classPolicy = (): ClassPolicy => ({
  faultDecides: policyOf('P-33').default === 'FAULT_DECIDES',
  contactsForMajor: policyOf('Q-08').default,
});
