import { sql, type RawBuilder } from 'kysely';
import type { Action } from '../domain/identity/action.js';
import { idsOf } from '../tenancy/principal.js';
import type { RequestContext } from '../tenancy/request-context.js';

type EstateColumn = `${string}.${string}`;

/** The estates where the asker holds an action, for a query that is built once; null is the whole company. */
export const reachOf = (ctx: RequestContext, action: Action): readonly string[] | null =>
  idsOf(ctx.asker.actions.get(action) ?? new Set());

/** Rows by id on the estates in reach, for a query that is built once. */
export interface IdsInReach {
  readonly companyId: string;
  readonly ids: readonly string[];
  readonly reach: readonly string[] | null;
}

/** The ids asked for, and where the asker holds the action. */
export const idsInReach = (ctx: RequestContext, ids: readonly string[], action: Action): IdsInReach => ({
  companyId: ctx.asker.companyId,
  ids,
  reach: reachOf(ctx, action),
});

/** The condition of `inReach` over the estates of `reachOf`. */
export function within(column: EstateColumn, estateIds: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${estateIds}::uuid[])`;
}

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
  const inside = within(column, [...(scope ?? [])]);
  return ownOfCompany && scope ? sql<boolean>`(${sql.ref(column)} is null or ${inside})` : inside;
}
