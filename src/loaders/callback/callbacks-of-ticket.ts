import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

/** The tries to call back about tickets, earliest first; residents see none. @rule D-30 */
export const callbacksOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(callbacksOfTicket, () =>
    listBy(
      (ids) => {
        const tries = CALLBACKS.where('c.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`c.ticket_id = any(${ids}::uuid[])`,
        );
        const reach = inReach(ctx, 'ticket.read', 'c.estate_id');
        return ctx.moment.read(reach ? tries.where(reach) : tries);
      },
      (row) => row.ticketId,
    ),
  );

const CALLBACKS = sqlFor
  .selectFrom('callback as c')
  .select(
    columns(
      'c',
      'id',
      'ticket_id',
      'staff_id',
      'mode',
      'outcome',
      'solved',
      'satisfaction',
      'answer',
      'called_at',
      'flaw',
      'in_quiet_hours',
      'quiet_hours_reason',
    ),
  )
  .orderBy('c.called_at')
  .orderBy('c.id');

export type CallbackRow = Awaited<ReturnType<ReturnType<typeof callbacksOfTicket>['load']>>[number];
