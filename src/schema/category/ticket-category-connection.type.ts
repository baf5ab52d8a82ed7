import { connectionOf } from '../connection.js';
import { TicketCategoryType } from './ticket-category.type.js';

/** A page of a list of TicketCategory. */
export const TicketCategoryConnection = connectionOf<TicketCategoryType>('TicketCategory', () => TicketCategoryType);
