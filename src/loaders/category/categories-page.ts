import { sql } from 'kysely';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { selectCategories } from './category-by-id.js';

const KEYS = [
  { column: 'c.code', type: 'text' },
  { column: 'c.id', type: 'uuid' },
] as const;

/** Which categories a list shows; what is absent does not narrow. */
interface CategoryFilter {
  readonly kind?: TicketKind | null;
  /** Offered on this day. */
  readonly activeOn?: string | null;
}

/** A page of the company's categories, by code. */
export function categoriesPage(ctx: RequestContext, { kind, activeOn }: CategoryFilter, args: PageArgs) {
  let query = selectCategories(ctx);
  if (kind) query = query.where(sql<boolean>`${kind} = any(c.kinds)`);
  if (activeOn)
    query = query.where(
      sql<boolean>`c.active_from <= ${activeOn}::date and (c.active_until is null or c.active_until > ${activeOn}::date)`,
    );
  return page(ctx.moment, query, KEYS, args);
}
