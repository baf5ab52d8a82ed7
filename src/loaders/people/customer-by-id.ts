import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** Customers by id, unmasked: the resolver masks. Null where the asker may not read them. */
export const customerById = (ctx: RequestContext) =>
  ctx.moment.once(customerById, () => byId((ids) => ctx.moment.read(FIND(idsInReach(ctx, ids, 'customer.read')))));

/** The columns of customers that views need, of the asker's company. */
export const selectCustomers = (ctx: RequestContext) => CUSTOMERS.where('c.company_id', '=', ctx.asker.companyId);

const CUSTOMERS = sqlFor
  .selectFrom('customer as c')
  .select(columns('c', 'id', 'estate_id', 'kind', 'name', 'phone', 'created_at', 'erased_at', 'version'));

const FIND = shaped(({ companyId, ids, reach }: IdsInReach) => {
  const found = CUSTOMERS.where('c.company_id', '=', companyId).where(sql<boolean>`c.id = any(${ids}::uuid[])`);
  return reach ? found.where(within('c.estate_id', reach)) : found;
});

export type CustomerRow = NonNullable<Awaited<ReturnType<ReturnType<typeof customerById>['load']>>>;
