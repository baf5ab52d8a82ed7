import { connectionOf } from '../connection.js';
import { TicketNoteType } from './ticket-note.type.js';

/** A page of the notes on a ticket. */
export const TicketNoteConnection = connectionOf('TicketNote', () => TicketNoteType);
