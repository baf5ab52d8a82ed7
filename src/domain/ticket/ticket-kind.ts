/** What a ticket is about. */
export const TICKET_KINDS = ['REPAIR', 'COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

/** How far a ticket of any kind has come; each kind has its own finer stage. */
export const TICKET_PHASES = ['OPEN', 'IN_PROGRESS', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const;
export type TicketPhase = (typeof TICKET_PHASES)[number];

/** Whether nothing more is done about a ticket in this phase. */
export const isAtItsEnd = (phase: TicketPhase): boolean => phase === 'CLOSED' || phase === 'CANCELLED';
