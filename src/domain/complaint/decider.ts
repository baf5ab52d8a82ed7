import type { Role } from '../identity/role.js';

/** What a complaint is about, where that changes who decides. @rule D-16 */
export const COMPLAINED_ABOUT = ['OTHER', 'SERVICE_DEPARTMENT', 'ESTATE_MANAGER'] as const;
export type ComplainedAbout = (typeof COMPLAINED_ABOUT)[number];

/**
 * The posts that class and close a complaint: the service manager; of one about the own department the estate manager;
 * of one about the estate manager the quality department. A graver decider may always stand in.
 * @rule D-16 @rule R-CMP-18
 */
export function decidersOf(about: ComplainedAbout): readonly Role[] {
  if (about === 'ESTATE_MANAGER') return ['QUALITY_OFFICER'];
  if (about === 'SERVICE_DEPARTMENT') return ['ESTATE_MANAGER', 'QUALITY_OFFICER'];
  return ['SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'ESTATE_MANAGER', 'QUALITY_OFFICER'];
}
