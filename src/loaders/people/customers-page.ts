import { sql } from 'kysely';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf, type OrderOf } from '../order.js';
import { wantedEstates } from '../wanted.js';
import { selectCustomers } from './customer-by-id.js';

/** What customers are asked for; conditions hold together. */
interface CustomersWanted {
  readonly estateIds?: readonly string[] | null;
  readonly kind?: CustomerKind | null;
  /** Looks into masked fields: only where the asker may unmask. */
  readonly namePrefix?: string | null;
  /** Looks into masked fields: only where the asker may unmask. */
  readonly phone?: string | null;
}

const COLUMNS = {
  CREATED_AT: { column: 'c.created_at', type: 'timestamptz' },
  NAME: { column: 'c.name', type: 'text' },
} as const satisfies Record<string, SortKey>;

export type CustomersOrder = OrderOf<typeof COLUMNS>;

/**
 * A page of the customers that the asker may read. A list that is searched or sorted by a masked field reaches only the
 * estates where the asker may unmask, since its order and its gaps would tell the field.
 * @throws FORBIDDEN customer.unmask when it is searched or sorted so and the asker may unmask nowhere
 */
export function customersPage(ctx: RequestContext, wanted: CustomersWanted, order: CustomersOrder, args: PageArgs) {
  const looksBehindMask = wanted.namePrefix != null || wanted.phone != null || order.startsWith('NAME');
  let within = wantedEstates(ctx, 'customer.read', wanted.estateIds);
  if (looksBehindMask) within = wantedEstates(ctx, 'customer.unmask', within);
  let query = selectCustomers(ctx);
  if (within) query = query.where(sql<boolean>`c.estate_id = any(${within}::uuid[])`);
  if (wanted.kind) query = query.where('c.kind', '=', wanted.kind);
  if (wanted.namePrefix != null) query = query.where(sql<boolean>`starts_with(c.name, ${wanted.namePrefix})`);
  if (wanted.phone != null) query = query.where('c.phone', '=', wanted.phone);
  return page(ctx.moment, query, keysOf(COLUMNS, order, 'c.id'), args);
}
