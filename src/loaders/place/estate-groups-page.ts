import { sql } from 'kysely';
import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectEstateGroups } from './estate-group-by-id.js';

const KEYS = [
  { column: 'g.kind', type: 'text' },
  { column: 'g.name', type: 'text' },
  { column: 'g.id', type: 'uuid' },
] as const;

/** A page of the company's groups of estates, by kind and name. */
export function estateGroupsPage(ctx: RequestContext, kinds: readonly EstateGroupKind[] | null, args: PageArgs) {
  const query = selectEstateGroups(ctx);
  return page(ctx.moment, kinds ? query.where(sql<boolean>`g.kind = any(${kinds})`) : query, KEYS, args);
}
