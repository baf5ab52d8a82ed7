import type { PolicyValue } from '../policy/policies.js';
import type { ClassPolicy } from './complaint-class.js';

/** What holds about classes, by the policies in force when the complaint was received. @rule P-33 @rule Q-08 */
export const classPolicy = (fault: PolicyValue<'P-33'>, contacts: PolicyValue<'Q-08'>): ClassPolicy => ({
  faultDecides: fault === 'FAULT_DECIDES',
  contactsForMajor: contacts,
});
