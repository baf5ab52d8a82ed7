import type { Action } from '../domain/identity/action.js';
import { DomainError, forbidden, unauthenticated } from '../domain/errors.js';
import { reaches, type Actor, type EstateScope } from './principal.js';

/**
 * Lets pass who holds the action somewhere, and says where.
 * @throws UNAUTHENTICATED when nobody is signed in
 * @throws FORBIDDEN when the action is missing altogether
 */
export function authorize(principal: Actor | null, action: Action): EstateScope {
  if (!principal) throw unauthenticated();
  const scope = principal.actions.get(action);
  if (!scope) throw forbidden(action);
  return scope;
}

/**
 * Lets pass who holds the action on the estate of a row that the fence has already shown.
 * @throws FORBIDDEN when the action does not reach this estate
 */
export function authorizeOn(principal: Actor | null, action: Action, estateId: string | null): void {
  const scope = authorize(principal, action);
  if (estateId === null ? scope !== 'ALL' : !reaches(scope, estateId)) throw forbidden(action);
}

/** Whether the principal holds the action on the estate; for masking, where a refusal is a mask and not an error. */
export function may(principal: Actor | null, action: Action, estateId: string): boolean {
  const scope = principal?.actions.get(action);
  return scope !== undefined && reaches(scope, estateId);
}

/** Whether the principal holds the action on the estate, or on all of the company where there is none. */
export function mayOn(principal: Actor | null, action: Action, estateId: string | null): boolean {
  if (estateId !== null) return may(principal, action, estateId);
  return principal?.actions.get(action) === 'ALL';
}

/** Narrows a list of estates that the caller asks for to those that an action reaches; null is the whole company. */
export function narrow(scope: EstateScope, wanted: readonly string[] | null | undefined): string[] | null {
  if (!wanted) return scope === 'ALL' ? null : [...scope];
  return wanted.filter((id) => reaches(scope, id));
}

/** Whether an error is one that clients are told about as it is. */
export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError;
