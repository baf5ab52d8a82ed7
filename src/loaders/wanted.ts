import { isId } from '../domain/id.js';
import type { Action } from '../domain/identity/action.js';
import { authorize, narrow } from '../tenancy/authorize.js';
import type { RequestContext } from '../tenancy/request-context.js';

/**
 * The estates that a list looks at: where the asker holds the action, and of those the wanted ones. What is foreign,
 * unknown or malformed is left out. Null is the whole company.
 * @throws FORBIDDEN when the asker holds the action nowhere
 */
export function wantedEstates(
  ctx: RequestContext,
  action: Action,
  wanted: readonly string[] | null | undefined,
): string[] | null {
  return narrow(authorize(ctx.principal, action), wanted?.filter(isId));
}
