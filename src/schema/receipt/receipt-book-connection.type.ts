import { connectionOf } from '../connection.js';
import { ReceiptBookType } from './receipt-book.type.js';

/** A page of books. */
export const ReceiptBookConnection = connectionOf('ReceiptBook', () => ReceiptBookType);
