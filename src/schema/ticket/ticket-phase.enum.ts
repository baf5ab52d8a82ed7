import { registerEnumType } from 'type-graphql';
import { TICKET_PHASES, type TicketPhase } from '../../domain/ticket/ticket-kind.js';

/** The GraphQL enum of TicketPhase. */
export const TicketPhaseEnum = Object.fromEntries(TICKET_PHASES.map((value) => [value, value])) as {
  [V in TicketPhase]: V;
};

registerEnumType(TicketPhaseEnum, {
  name: 'TicketPhase',
  description: 'How far a ticket of any kind has come; each kind has its own finer stage.',
  valuesConfig: {
    OPEN: { description: 'Taken down; nobody works on it yet.' },
    IN_PROGRESS: { description: 'Somebody has taken it on.' },
    RESOLVED: { description: 'The work is done; confirmation and callback are still due.' },
    CLOSED: { description: 'Over, with everything that was due.' },
    CANCELLED: { description: 'Over without the work: cancelled or declined.' },
  },
});
