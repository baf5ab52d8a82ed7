import { registerEnumType } from 'type-graphql';
import { CANCEL_REASONS } from '../../domain/receipt/receipt-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptCancelReason. */
export const ReceiptCancelReasonEnum = enumOf(CANCEL_REASONS);
registerEnumType(ReceiptCancelReasonEnum, {
  name: 'ReceiptCancelReason',
  description: 'Why a voucher was taken back.',
  valuesConfig: {
    WRONG_AMOUNT: { description: 'The payment was entered with a wrong sum.' },
    WRONG_BUYER: { description: 'It was made out to somebody else.' },
    EXCHANGED: { description: 'Another voucher takes its place: an invoice for a receipt.' },
    PAYMENT_REVERSED: { description: 'The payment is taken back.' },
    OTHER: { description: 'Another reason.' },
  },
});
