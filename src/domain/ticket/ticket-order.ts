/** The orders in which tickets are listed. By the end only those are that have come to it. */
export const TICKET_ORDERS = ['REPORTED_AT_DESC', 'REPORTED_AT_ASC', 'CLOSED_AT_DESC', 'CLOSED_AT_ASC'] as const;
export type TicketOrder = (typeof TICKET_ORDERS)[number];
