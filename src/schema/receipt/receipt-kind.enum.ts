import { registerEnumType } from 'type-graphql';
import { RECEIPT_KINDS } from '../../domain/receipt/receipt-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptKind. */
export const ReceiptKindEnum = enumOf(RECEIPT_KINDS);
registerEnumType(ReceiptKindEnum, {
  name: 'ReceiptKind',
  description: 'What a voucher for money received is.',
  valuesConfig: {
    RECEIPT: { description: 'A receipt on numbered paper (收据).' },
    INVOICE: { description: 'An invoice on numbered paper (发票).' },
    E_INVOICE: { description: 'An e-invoice (数电票), whose number the tax authority gives.' },
  },
});
