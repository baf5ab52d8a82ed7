import { registerEnumType } from 'type-graphql';
import { PAPER_KINDS } from '../../domain/receipt/receipt-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptBookKind. */
export const ReceiptBookKindEnum = enumOf(PAPER_KINDS);
registerEnumType(ReceiptBookKindEnum, {
  name: 'ReceiptBookKind',
  description: 'What the sheets of a book are.',
  valuesConfig: {
    RECEIPT: { description: 'Receipts (收据).' },
    INVOICE: { description: 'Invoices (发票).' },
  },
});
