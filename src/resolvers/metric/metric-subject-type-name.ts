import { ticketTypeName } from '../ticket/ticket-type-name.js';

/** Which type an item of a metric is: only entries of the contact log say what the customer came for. */
export const metricSubjectTypeName = (row: object): string => ('intent' in row ? 'Contact' : ticketTypeName(row));
