import { toldToResident } from '../../../domain/notification/resident-matrix.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { notify } from '../../notification/steps/notify.js';

/**
 * Tells the resident of the occupancy that the ticket was born for, as the matrix of residents says; nobody where it was
 * born for none. Told in the transaction of what happened, so that a receipt is there with the answer.
 * @param happening as events of tickets name it: `REPAIR_REPORTED`
 * @rule D-30
 */
export function tellResident(ctx: CommandContext, ticket: Ticket, happening: string, occurredAt: Date): void {
  const { customerId, occupancyId, estateId, id } = ticket;
  if (customerId == null || occupancyId == null) return;
  const kind = toldToResident(`ticket.${happening}`);
  if (kind === null) return;
  notify(ctx, { kind, people: [customerId], subject: { kind: 'ticket', id }, estateId, occupancyId, occurredAt });
}
