import { connectionOf } from '../connection.js';
import { ReceiptType } from './receipt.type.js';

/** A page of vouchers. */
export const ReceiptConnection = connectionOf('Receipt', () => ReceiptType);
