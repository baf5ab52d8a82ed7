import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

/** Customers by id, unmasked: the resolver masks. Null where the asker may not read them. */
export const customerById = (ctx: RequestContext) =>
  ctx.moment.once(customerById, () =>
    byId((ids) => {
      const found = selectCustomers(ctx).where(sql<boolean>`c.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'customer.read', 'c.estate_id');
      return ctx.moment.read(reach ? found.where(reach) : found);
    }),
  );

/** The columns of customers that views need, of the asker's company. */
export const selectCustomers = (ctx: RequestContext) => CUSTOMERS.where('c.company_id', '=', ctx.asker.companyId);

const CUSTOMERS = sqlFor
  .selectFrom('customer as c')
  .select(columns('c', 'id', 'estate_id', 'kind', 'name', 'phone', 'created_at', 'erased_at', 'version'));

export type CustomerRow = NonNullable<Awaited<ReturnType<ReturnType<typeof customerById>['load']>>>;
