import { sql } from 'kysely';
import { page, type PageArgs } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

const KEYS = [{ column: 'x.id', type: 'uuid' }] as const;

/** Links of external subjects by id. Null where the asker does not manage all of the company. */
export const externalIdentityById = (ctx: RequestContext) =>
  ctx.moment.once(externalIdentityById, () =>
    byId((ids) => ctx.moment.read(selectLinks(ctx).where(sql<boolean>`x.id = any(${ids}::uuid[])`))),
  );

/** A page of the links of external subjects of the asker's company, oldest first. */
export const externalIdentitiesPage = (ctx: RequestContext, args: PageArgs) =>
  page(ctx.moment, selectLinks(ctx), KEYS, args);

const selectLinks = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('external_identity as x')
    .select(columns('x', 'id', 'provider_id', 'subject', 'staff_id', 'created_at'))
    .where('x.company_id', '=', ctx.asker.companyId)
    .where(sql<boolean>`${ctx.asker.actions.get('company.manage') === 'ALL'}::boolean`);

export type ExternalIdentityRow = NonNullable<Awaited<ReturnType<ReturnType<typeof externalIdentityById>['load']>>>;
