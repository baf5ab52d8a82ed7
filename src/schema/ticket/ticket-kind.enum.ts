import { registerEnumType } from 'type-graphql';
import { TICKET_KINDS, type TicketKind } from '../../domain/ticket/ticket-kind.js';

/** The GraphQL enum of TicketKind. */
export const TicketKindEnum = Object.fromEntries(TICKET_KINDS.map((value) => [value, value])) as {
  [V in TicketKind]: V;
};

registerEnumType(TicketKindEnum, {
  name: 'TicketKind',
  description: 'What a ticket is about.',
  valuesConfig: {
    REPAIR: { description: 'A reported defect (报修).' },
    COMPLAINT: { description: 'A complaint (投诉).' },
    ENQUIRY: { description: 'A question (咨询).' },
    SUGGESTION: { description: 'A suggestion (建议).' },
    SERVICE_REQUEST: { description: 'A wish for a service (服务需求).' },
    HELP_CALL: { description: 'A call for help (求助).' },
  },
});
