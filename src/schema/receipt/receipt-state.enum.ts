import { registerEnumType } from 'type-graphql';
import { RECEIPT_STATES } from '../../domain/receipt/receipt-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptState. */
export const ReceiptStateEnum = enumOf(RECEIPT_STATES);
registerEnumType(ReceiptStateEnum, {
  name: 'ReceiptState',
  description: 'What became of a number.',
  valuesConfig: {
    ISSUED: { description: 'A voucher that stands.' },
    CANCELLED: { description: 'Taken back (作废); the number stays used.' },
    SPOILED: { description: 'Never was a voucher: misprinted, torn, lost.' },
    RED_LETTERED: { description: 'An e-invoice that a red-letter invoice (红字发票) took back.' },
  },
});
