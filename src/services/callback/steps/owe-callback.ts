import { isAmongCalledBack } from '../../../domain/callback/called-back-share.js';
import type { Role } from '../../../domain/identity/role.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { owe } from '../../obligation/steps/owe.js';
import { owedFor } from '../../obligation/steps/owed-for.js';
import { reschedule } from '../../obligation/steps/reschedule.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { policyOfTicket } from '../../ticket/steps/policy-of-ticket.js';
import { demandOf } from './demand-of.js';

const MINUTE_MS = 60_000;

/** Whether a repair or service concerns a customer, who is then called back; what staff found in common parts concerns none. @rule D-05 */
export const concernsCustomer = (ticket: Pick<Ticket, 'unitId' | 'customerId'>): boolean =>
  ticket.unitId != null || ticket.customerId != null;

/**
 * Whether the customer is called back about a repair or a service: where it concerns one, and about a repair where the
 * company's share takes it in. @rule R-RPR-15 @rule R-CBK-07 @rule P-08 @rule D-05
 */
export const isCalledBack = async (ctx: CommandContext, ticket: Ticket): Promise<boolean> =>
  concernsCustomer(ticket) &&
  (ticket.kind !== 'REPAIR' ||
    isAmongCalledBack(ticket.id, (await policyOfTicket(ctx, ticket, 'P-08')).repairsPercent));

/**
 * Has a callback owed about a ticket within the limit from an instant on, and later as long as it is not missed: of a
 * customer's repair or service from the end of the work, and anew from the return of the order; of a complaint that demands one
 * from the final reply, by the first post that its class demands. Nothing where no limit is set.
 * @rule R-RPR-15 @rule R-CBK-01 @rule R-CBK-04 @rule R-CBK-07 @rule R-CMP-16 @rule P-18 @rule P-08 @rule D-05
 */
export async function oweCallback(ctx: CommandContext, ticket: Ticket, from: Date): Promise<void> {
  const { estateId } = ticket;
  const minutes = await policyInForce(ctx, 'P-18', estateId, await dayAt(ctx, estateId, from));
  const ownerPost = await ownerOf(ctx, ticket);
  if (ownerPost === null || minutes === 0) return;
  const dueAt = new Date(from.getTime() + minutes * MINUTE_MS);
  const [owed] = await owedFor(ctx, ['CALLBACK'], ticket.id);
  if (owed) {
    if (owed.state === 'OPEN' && dueAt > owed.dueAt) reschedule(ctx, owed, dueAt, from);
    return;
  }
  owe(ctx, {
    kind: 'CALLBACK',
    estateId,
    subjectKind: 'TICKET',
    subjectId: ticket.id,
    owner: { ownerPost },
    since: from,
    dueAt,
  });
}

/** The post that owes the callback; null when none is owed. */
async function ownerOf(ctx: CommandContext, ticket: Ticket): Promise<Role | null> {
  if (ticket.kind !== 'COMPLAINT') return (await isCalledBack(ctx, ticket)) ? 'FRONT_DESK' : null;
  const { owed, by } = await demandOf(ctx, ticket);
  return owed === 'ALWAYS' ? (by[0] ?? 'FRONT_DESK') : null;
}
