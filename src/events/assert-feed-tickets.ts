import { sql } from 'kysely';
import { invalidInput, notFound } from '../domain/errors.js';
import { isId } from '../domain/id.js';
import { authorize } from '../tenancy/authorize.js';
import { idsOf } from '../tenancy/principal.js';
import { ReadMoment } from '../tenancy/read/read-moment.js';
import { sqlFor } from '../tenancy/read/tables.js';
import type { RequestContext } from '../tenancy/request-context.js';
import { sessionVariables } from '../tenancy/session-variables.js';

/** Most tickets that one subscription follows. */
const MOST_TICKETS = 100;

/**
 * Lets a subscription begin whose tickets the asker may read now.
 * @throws INVALID_INPUT for more than 100
 * @throws NOT_FOUND when one is unknown, foreign or out of sight
 */
export async function assertFeedTickets(ctx: RequestContext, wanted: ReadonlySet<string>): Promise<void> {
  const { asker } = ctx;
  const { companyId, kind, unitIds, occupancyIds } = asker;
  const reach = idsOf(authorize(asker, 'ticket.read'));
  if (wanted.size > MOST_TICKETS)
    throw invalidInput('ticketIds', `must have at most ${MOST_TICKETS} ids`, { max: MOST_TICKETS });
  if (![...wanted].every(isId)) throw notFound('ticket');
  let tickets = sqlFor
    .selectFrom('ticket as t')
    .select('t.id')
    .where('t.company_id', '=', companyId)
    .where(sql<boolean>`t.id = any(${[...wanted]}::uuid[])`);
  if (reach) tickets = tickets.where(sql<boolean>`t.estate_id = any(${reach}::uuid[])`);
  if (kind === 'RESIDENT')
    tickets = tickets
      .where(sql<boolean>`t.unit_id = any(${[...unitIds]}::uuid[])`)
      .where(sql<boolean>`t.occupancy_id = any(${[...occupancyIds]}::uuid[])`);
  const moment = new ReadMoment(ctx.house.pool, sessionVariables(asker), companyId);
  try {
    if ((await moment.read(tickets)).length !== wanted.size) throw notFound('ticket');
  } finally {
    await moment.finish();
  }
}
