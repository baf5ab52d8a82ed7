import { connectionOf } from '../connection.js';
import { PaymentType } from './payment.type.js';

/** A page of payments. */
export const PaymentConnection = connectionOf('Payment', () => PaymentType);
