import { sql } from 'kysely';
import { shaped } from '../../tenancy/read/shaped.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';

const OWN = shaped(({ companyId, ownerId }: { readonly companyId: string; readonly ownerId: string }) =>
  sqlFor
    .selectFrom('ticket_view as v')
    .select(columns('v', 'id', 'name', 'filter', 'order_by', 'changed_at', 'version'))
    .where('v.company_id', '=', companyId)
    .where('v.owner_id', '=', ownerId)
    .orderBy('v.name')
    .orderBy('v.id'),
);
const own = ({ companyId, subjectId }: RequestContext['asker']) => OWN({ companyId, ownerId: subjectId });

/** The lists that the asker has named, by name; 50 at most are kept. */
export const ticketViews = (ctx: RequestContext) => ctx.moment.read(own(ctx.asker));

/** The asker's own lists by id; null where there is none. */
export const ticketViewById = (ctx: RequestContext) =>
  ctx.moment.once(ticketViewById, () =>
    byId((ids) =>
      ctx.moment.read(
        own(ctx.asker).and('ids', { ids }, (views, given) =>
          views.where(sql<boolean>`v.id = any(${given.ids}::uuid[])`),
        ),
      ),
    ),
  );
