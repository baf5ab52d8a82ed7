import { ticketTypeName } from '../ticket/ticket-type-name.js';

/** Which type an item of a metric is: only entries of the contact log say what the customer came for, and only charges by when they are to be paid. */
export const metricSubjectTypeName = (row: object): string =>
  'dueDay' in row ? 'Charge' : 'intent' in row ? 'Contact' : ticketTypeName(row);
