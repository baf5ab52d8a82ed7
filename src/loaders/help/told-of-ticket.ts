import { sql } from 'kysely';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';

/** Who was told about tickets at once, of tickets that were read already; residents see nobody. */
export const toldOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(toldOfTicket, () =>
    listBy(
      (ids) =>
        ctx.moment.read(
          sqlFor
            .selectFrom('ticket_told as w')
            .select(['w.ticket_id as ticketId', 'w.staff_id as staffId'])
            .where('w.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`w.ticket_id = any(${ids}::uuid[])`)
            .orderBy('w.staff_id'),
        ),
      (row) => row.ticketId,
    ),
  );
