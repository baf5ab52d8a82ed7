import { connectionOf } from '../connection.js';
import { TicketType } from './ticket.type.js';

/** A page of tickets. */
export const TicketConnection = connectionOf('Ticket', () => TicketType);
