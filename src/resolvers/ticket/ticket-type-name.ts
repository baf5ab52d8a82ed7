import type { TicketKind } from '../../domain/ticket/ticket-kind.js';

const NAMES: Readonly<Record<TicketKind, string>> = {
  REPAIR: 'RepairOrder',
  COMPLAINT: 'Complaint',
  ENQUIRY: 'Enquiry',
  SUGGESTION: 'Suggestion',
  SERVICE_REQUEST: 'ServiceRequest',
  HELP_CALL: 'HelpCall',
};

/** The object type of a ticket's row. */
export const ticketTypeName = (row: object): string => NAMES[(row as { readonly kind: TicketKind }).kind];
