import { ACTIONS_OF_ROLE } from './actions-of-role.js';
import type { Role } from './role.js';

/** Roles of the head office: they see or administer above the estates, and only an administrator gives them. */
export const COMPANY_ROLES: readonly Role[] = ['COMPANY_ADMIN', 'COMPANY_LEADER', 'QUALITY_OFFICER', 'FINANCE_OFFICER'];

/** A role that somebody holds, and how far it reaches. */
export interface RoleHeld {
  readonly role: Role;
  readonly everywhere: boolean;
  readonly estateIds: readonly string[];
}

/**
 * Whether somebody who holds these roles may give a role away, or take it back, on an estate; null means on all of the
 * company or on a group, which may grow. One and the same role of the giver must reach that far and stand that high:
 * an administrator gives every role, an estate manager those of an estate. @rule D-11
 */
export const mayGive = (held: readonly RoleHeld[], role: Role, estateId: string | null): boolean =>
  held.some(
    (own) => gives(own.role, role) && (own.everywhere || (estateId !== null && own.estateIds.includes(estateId))),
  );

function gives(giver: Role, role: Role): boolean {
  if (!ACTIONS_OF_ROLE[giver].includes('role.assign')) return false;
  return giver === 'COMPANY_ADMIN' || !COMPANY_ROLES.includes(role);
}
