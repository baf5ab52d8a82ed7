import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { listBy } from '../list-by.js';
import { idsInReach, within, type IdsInReach } from '../reach.js';

/** The service clocks of tickets, the earliest started first; residents see none. @rule D-30 */
export const clocksOfTicket = (ctx: RequestContext) =>
  ctx.moment.once(clocksOfTicket, () =>
    listBy(
      (ids) => ctx.moment.read(OF_TICKETS(idsInReach(ctx, ids, 'ticket.read'))),
      (row) => row.ticketId,
    ),
  );

/** Service clocks by id. Null where the asker may not read the ticket. */
export const clockById = (ctx: RequestContext) =>
  ctx.moment.once(clockById, () => byId((ids) => ctx.moment.read(BY_ID(idsInReach(ctx, ids, 'ticket.read')))));

const CLOCKS = sqlFor
  .selectFrom('service_clock as c')
  .select(
    columns(
      'c',
      'id',
      'ticket_id',
      'milestone',
      'rule',
      'round',
      'policy',
      'policy_version',
      'limit_ms',
      'calendar',
      'state',
      'started_at',
      'due_at',
      'stopped_at',
      'warned_at',
      'breached_at',
      'breach_withdrawn_at',
      'paused_seconds',
      'pause_reason',
      'paused_until',
      'ended_at',
    ),
  );

const OF_TICKETS = shaped((given: IdsInReach) =>
  clocksInReach(given)
    .where(sql<boolean>`c.ticket_id = any(${given.ids}::uuid[])`)
    .orderBy('c.started_at')
    .orderBy('c.id'),
);
const BY_ID = shaped((given: IdsInReach) => clocksInReach(given).where(sql<boolean>`c.id = any(${given.ids}::uuid[])`));

function clocksInReach({ companyId, reach }: IdsInReach) {
  const clocks = CLOCKS.where('c.company_id', '=', companyId);
  return reach ? clocks.where(within('c.estate_id', reach)) : clocks;
}

export type ServiceClockRow = Awaited<ReturnType<ReturnType<typeof clocksOfTicket>['load']>>[number];
