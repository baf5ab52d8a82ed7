import { registerEnumType } from 'type-graphql';
import { TICKET_ORDERS } from '../../domain/ticket/ticket-order.js';
import { enumOf } from '../enum-of.js';

/** The orders in which tickets are listed. */
export const TicketOrderEnum = enumOf(TICKET_ORDERS);

registerEnumType(TicketOrderEnum, {
  name: 'TicketOrder',
  description: 'In which order tickets are listed.',
  valuesConfig: {
    REPORTED_AT_DESC: { description: 'Latest report first.' },
    REPORTED_AT_ASC: { description: 'Earliest report first.' },
    CLOSED_AT_DESC: { description: 'Last closed or cancelled first; what has not come to its end is left out.' },
    CLOSED_AT_ASC: { description: 'First closed or cancelled first; what has not come to its end is left out.' },
  },
});
