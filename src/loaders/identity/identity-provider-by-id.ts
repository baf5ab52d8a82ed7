import { sql } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { byId } from '../by-id.js';

/** Identity providers of the asker's company by id. Null where the asker does not manage all of the company. */
export const identityProviderById = (ctx: RequestContext) =>
  ctx.moment.once(identityProviderById, () =>
    byId((ids) => ctx.moment.read(selectProviders(ctx).where(sql<boolean>`p.id = any(${ids}::uuid[])`))),
  );

/** The identity providers of the asker's company, oldest first; none where the asker does not manage all of it. */
export const identityProviders = (ctx: RequestContext) => ctx.moment.read(selectProviders(ctx).orderBy('p.id'));

const selectProviders = (ctx: RequestContext) =>
  sqlFor
    .selectFrom('identity_provider as p')
    .select(columns('p', 'id', 'issuer', 'audience', 'jwks_uri', 'created_at'))
    .where('p.company_id', '=', ctx.asker.companyId)
    .where(sql<boolean>`${ctx.asker.actions.get('company.manage') === 'ALL'}::boolean`);
