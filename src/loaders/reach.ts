import { sql, type RawBuilder } from 'kysely';
import type { Action } from '../domain/identity/action.js';
import type { RequestContext } from '../tenancy/request-context.js';

type EstateColumn = `${string}.${string}`;

/**
 * The condition that a row lies on an estate where the asker holds the action: for edges, where what may not be seen is
 * null and no error. Null where nothing needs to be said, because the action reaches the whole company.
 * `ownOfCompany`: rows without an estate belong to the company and are in reach of whoever holds the action at all.
 */
export function inReach(
  ctx: RequestContext,
  action: Action,
  column: EstateColumn,
  ownOfCompany = false,
): RawBuilder<boolean> | null {
  const scope = ctx.asker.actions.get(action);
  if (scope === 'ALL') return null;
  const within = sql<boolean>`${sql.ref(column)} = any(${[...(scope ?? [])]}::uuid[])`;
  return ownOfCompany && scope ? sql<boolean>`(${sql.ref(column)} is null or ${within})` : within;
}
