import { connectionOf } from '../connection.js';
import { TicketEventType } from './ticket-event.type.js';

/** A page of a ticket's timeline. */
export const TicketEventConnection = connectionOf('TicketEvent', () => TicketEventType);
