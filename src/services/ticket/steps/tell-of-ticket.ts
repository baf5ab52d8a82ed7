import type { NotificationKind } from '../../../domain/notification/notification-kind.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { notify } from '../../notification/steps/notify.js';

/** What the resident is told when something has happened to the ticket; other happenings tell residents nothing. */
const TOLD_TO_RESIDENT: Readonly<Partial<Record<string, NotificationKind>>> = {
  REPAIR_REPORTED: 'REPAIR_TAKEN',
  REPAIR_ACCEPTED: 'REPAIR_ASSIGNED',
  REPAIR_SCHEDULED: 'REPAIR_SCHEDULED',
  REPAIR_STARTED: 'REPAIR_ON_SITE',
  REPAIR_CARRIED_OVER: 'REPAIR_CARRIED_OVER',
  REPAIR_QUOTED: 'REPAIR_QUOTED',
  REPAIR_COMPLETED: 'REPAIR_DONE',
  REPAIR_CANCELLED: 'REPAIR_CANCELLED',
  ENQUIRY_RECORDED: 'REQUEST_TAKEN',
  ENQUIRY_ANSWERED: 'REQUEST_ANSWERED',
  ENQUIRY_DECLINED: 'REQUEST_DECLINED',
  ENQUIRY_CANCELLED: 'REQUEST_CANCELLED',
  SUGGESTION_RECORDED: 'REQUEST_TAKEN',
  SUGGESTION_ANSWERED: 'REQUEST_ANSWERED',
  SUGGESTION_DECLINED: 'REQUEST_DECLINED',
  SUGGESTION_CANCELLED: 'REQUEST_CANCELLED',
  SERVICE_REQUEST_ACCEPTED: 'REQUEST_TAKEN',
  SERVICE_REQUEST_QUOTED: 'SERVICE_QUOTED',
  SERVICE_REQUEST_PERFORMED: 'SERVICE_PERFORMED',
  SERVICE_REQUEST_DECLINED: 'REQUEST_DECLINED',
  SERVICE_REQUEST_CANCELLED: 'REQUEST_CANCELLED',
  HELP_CALL_REPORTED: 'HELP_TAKEN',
};

/** Tells the resident of the occupancy that the ticket was born for; nobody where it was born for none. @rule D-30 */
export function tellResident(ctx: CommandContext, ticket: Ticket, happening: string, occurredAt: Date): void {
  const { customerId, occupancyId, estateId, id } = ticket;
  const kind = TOLD_TO_RESIDENT[happening];
  if (kind === undefined || customerId == null || occupancyId == null) return;
  notify(ctx, { kind, people: [customerId], subject: { kind: 'ticket', id }, estateId, occupancyId, occurredAt });
}
