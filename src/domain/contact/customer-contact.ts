import type { Channel } from '../ticket/channel.js';

/** Who reported something, as far as it says whether a customer has come to us. */
interface Reported {
  readonly channel: Channel;
  /** Whether a customer, or somebody to ask for, is named. */
  readonly namesSomebody: boolean;
}

/**
 * Whether a report is a contact of a customer and stands in the contact log: all are, but what a patrol found, and what
 * staff noticed without anybody having told them. @rule R-REC-19 @rule D-17
 */
export const isCustomerContact = ({ channel, namesSomebody }: Reported): boolean =>
  channel === 'STAFF' ? namesSomebody : channel !== 'PATROL';
