import { sql } from 'kysely';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { forbidden } from '../../domain/errors.js';
import { narrow } from '../../tenancy/authorize.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { keysOf, type OrderOf } from '../order.js';
import { grantsInForce, type GrantsInForce } from '../privacy/grants-in-force.js';
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
 * A page of the customers that the asker may read. A list that is searched or sorted by a masked field reaches only whom
 * the asker reads whole, by action or under a grant, since its order and its gaps would tell the field. @rule R-ORG-78
 * @throws FORBIDDEN customer.unmask when it is searched or sorted so and the asker reads nobody whole
 */
export async function customersPage(
  ctx: RequestContext,
  wanted: CustomersWanted,
  order: CustomersOrder,
  args: PageArgs,
) {
  const looksBehindMask = wanted.namePrefix != null || wanted.phone != null || order.startsWith('NAME');
  const within = wantedEstates(ctx, 'customer.read', wanted.estateIds);
  let query = selectCustomers(ctx);
  if (within) query = query.where(sql<boolean>`c.estate_id = any(${within}::uuid[])`);
  if (wanted.kind) query = query.where('c.kind', '=', wanted.kind);
  if (wanted.namePrefix != null) query = query.where(sql<boolean>`starts_with(c.name, ${wanted.namePrefix})`);
  if (wanted.phone != null) query = query.where('c.phone', '=', wanted.phone);
  const keys = keysOf(COLUMNS, order, 'c.id');
  if (!looksBehindMask) return page(ctx.moment, query, keys, args);

  const grants = await grantsInForce(ctx);
  const whole = wholeWithin(ctx, grants);
  const found = await page(ctx.moment, whole ? query.where(whole) : query, keys, args);
  for (const customer of found.nodes) noteUnderGrant(ctx, grants, customer);
  return found;
}

/** The condition that the asker reads a customer whole; null where that is all of the company. */
function wholeWithin(ctx: RequestContext, grants: GrantsInForce) {
  const held = ctx.asker.actions.get('customer.unmask');
  if (held === 'ALL') return null;
  if (held === undefined && grants.estates.size === 0 && grants.customers.size === 0)
    throw forbidden('customer.unmask');
  const estates = [...(held ? (narrow(held, null) ?? []) : []), ...grants.estates.keys()];
  return sql<boolean>`(c.estate_id = any(${estates}::uuid[]) or c.id = any(${[...grants.customers.keys()]}::uuid[]))`;
}

/** A customer found behind the mask was read, whatever of it is selected. */
function noteUnderGrant(
  ctx: RequestContext,
  grants: GrantsInForce,
  { id, estateId }: { readonly id: string; readonly estateId: string },
): void {
  const held = ctx.asker.actions.get('customer.unmask');
  if (held === 'ALL' || held?.has(estateId) === true) return;
  const grantId = grants.customers.get(id) ?? grants.estates.get(estateId);
  if (grantId !== undefined) ctx.disclosures.note(ctx.asker, { grantId, kind: 'CUSTOMER', subjectId: id });
}
