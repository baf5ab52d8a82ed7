import type { Action } from '../domain/identity/action.js';
import { Crowd } from './crowd.js';
import { reaches, type Actor, type EstateScope, type HeldRole, type Principal } from './principal.js';

/** Whether the person is the one who asks. Never true for a crowd, which remembers that somebody was looked for. */
export function isSelf(asker: Actor, personId: string): boolean {
  if (asker.crowd === undefined) return asker.subjectId === personId;
  asker.crowd.dependOn(personId);
  return false;
}

/**
 * The class of what a principal may do on an estate: who has the same class reads the same there. Staff and integrations
 * share by roles and actions; a resident shares with nobody else.
 */
export function classOn(principal: Principal, estateId: string): string {
  if (principal.kind === 'RESIDENT') return principal.accountId;
  let ofEstates = known.get(principal);
  if (ofEstates === undefined) known.set(principal, (ofEstates = new Map<string, string>()));
  let key = ofEstates.get(estateId);
  if (key === undefined) ofEstates.set(estateId, (key = shortened(keyOf(principal, estateId))));
  return key;
}

/** A principal never changes: another one takes its place. */
const known = new WeakMap<Principal, Map<string, string>>();

/** Short names of classes: few, and compared for every listener of every event. */
const names = new Map<string, string>();

function shortened(key: string): string {
  let name = names.get(key);
  if (name === undefined) names.set(key, (name = `class-${names.size}`));
  return name;
}

function keyOf(principal: Principal, estateId: string): string {
  const roles = rolesReaching(principal, estateId).map(({ role, everywhere }) => `${role}${everywhere ? '*' : ''}`);
  const actions = actionsReaching(principal, estateId).map(
    ([action, scope]) => `${action}${scope === 'ALL' ? '*' : ''}`,
  );
  return [principal.kind, ...new Set(roles.sort()), ...actions.sort()].join(' ');
}

/**
 * Everybody of the principal's class on an estate, as one who asks: with what they may do there and nowhere else, and with
 * nobody's own rows. What is looked up about the asker in person is noted in the crowd, and the reading then holds for
 * nobody whom it concerns. A resident is no crowd and asks in person.
 */
export function crowdOf(principal: Principal, estateId: string): Principal {
  return principal.kind === 'RESIDENT' ? principal : new CrowdPrincipal(principal, estateId);
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

class CrowdPrincipal implements Principal {
  readonly companyId: string;
  readonly kind: Principal['kind'];
  readonly roles: readonly HeldRole[];
  readonly actions: ReadonlyMap<Action, EstateScope>;
  readonly estates: EstateScope;
  readonly occupancyIds: readonly string[] = [];
  readonly unitIds: readonly string[] = [];
  readonly crowd = new Crowd();

  constructor(principal: Principal, estateId: string) {
    const here = new Set([estateId]);
    this.companyId = principal.companyId;
    this.kind = principal.kind;
    this.estates = here;
    this.roles = rolesReaching(principal, estateId).map(({ role, everywhere }) => ({
      id: NOBODY,
      role,
      everywhere,
      estateIds: everywhere ? [] : [estateId],
      groupId: null,
    }));
    this.actions = new Map(
      actionsReaching(principal, estateId).map(([action, scope]) => [action, scope === 'ALL' ? scope : here]),
    );
  }

  get accountId(): string {
    return this.#inPerson();
  }

  get subjectId(): string {
    return this.#inPerson();
  }

  get displayName(): string {
    return this.#inPerson();
  }

  #inPerson(): string {
    this.crowd.dependOnEach();
    return NOBODY;
  }
}

const rolesReaching = (principal: Principal, estateId: string): HeldRole[] =>
  principal.roles.filter(({ everywhere, estateIds }) => everywhere || estateIds.includes(estateId));

const actionsReaching = (principal: Principal, estateId: string): [Action, EstateScope][] =>
  [...principal.actions].filter(([, scope]) => reaches(scope, estateId));
