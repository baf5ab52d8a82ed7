import { registerEnumType } from 'type-graphql';
import { RECEIPT_STAMPS } from '../../domain/receipt/receipt-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptStamp. */
export const ReceiptStampEnum = enumOf(RECEIPT_STAMPS);
registerEnumType(ReceiptStampEnum, {
  name: 'ReceiptStamp',
  description: 'What is stamped on a voucher (R-CSH-04).',
  valuesConfig: {
    CASH_RECEIVED: { description: 'Cash received (现金收讫).' },
    BANK_RECEIVED: { description: 'Received by the bank or another channel (银行收讫).' },
  },
});
