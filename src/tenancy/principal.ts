import type { Action } from '../domain/identity/action.js';
import type { Role } from '../domain/identity/role.js';
import type { Crowd } from './crowd.js';

/** On which estates of the company something holds. */
export type EstateScope = 'ALL' | ReadonlySet<string>;

/** One row of a principal's roles, as stored. */
export interface HeldRole {
  /** The assignment. */
  readonly id: string;
  readonly role: Role;
  /** Whether it reaches all estates of the company. */
  readonly everywhere: boolean;
  /** The estates that it reaches otherwise: one, or those of the group. */
  readonly estateIds: readonly string[];
  readonly groupId: string | null;
}

/** Who asks, on behalf of which company, and how far: built from the database, never from a token's claims. */
export interface Principal {
  readonly accountId: string;
  readonly companyId: string;
  readonly kind: 'STAFF' | 'RESIDENT' | 'INTEGRATION';
  /** The staff member's or the customer's id; what events name as the actor. */
  readonly subjectId: string;
  readonly displayName: string;
  readonly roles: readonly HeldRole[];
  readonly actions: ReadonlyMap<Action, EstateScope>;
  /** Union of all roles' estates: the second fence. */
  readonly estates: EstateScope;
  /** A resident's own occupancies and their units: the third fence. Empty for staff. */
  readonly occupancyIds: readonly string[];
  readonly unitIds: readonly string[];
  /** Of many who ask as one: for whom of them the answer holds. Absent for a single person. */
  readonly crowd?: Crowd;
}

/**
 * The product itself inside one company, over all its estates: what timers, schedules, jobs and reactions act as. Only
 * the rhythm (src/jobs) makes one; no token yields it. Events name nobody for it, so its subject stands for no row.
 */
export interface SystemPrincipal extends Omit<Principal, 'kind'> {
  readonly kind: 'SYSTEM';
}

/** Who carries out a command. */
export type Actor = Principal | SystemPrincipal;

/** Whether an estate lies inside a scope. */
export const reaches = (scope: EstateScope, estateId: string): boolean => scope === 'ALL' || scope.has(estateId);

/** The ids of a scope for a query's `= any($n)`; null where it is the whole company. */
export const idsOf = (scope: EstateScope): string[] | null => (scope === 'ALL' ? null : [...scope]);

/** The roles that somebody holds on an estate. */
export const rolesOn = (principal: Pick<Principal, 'roles'>, estateId: string): Role[] =>
  principal.roles
    .filter(({ everywhere, estateIds }) => everywhere || estateIds.includes(estateId))
    .map(({ role }) => role);
