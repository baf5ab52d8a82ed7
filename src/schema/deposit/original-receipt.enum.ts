import { registerEnumType } from 'type-graphql';
import { ORIGINAL_RECEIPTS } from '../../domain/deposit/deposit-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of OriginalReceipt. */
export const OriginalReceiptEnum = enumOf(ORIGINAL_RECEIPTS);
registerEnumType(OriginalReceiptEnum, {
  name: 'OriginalReceipt',
  description: 'Where the voucher of the collection is when a deposit is paid out.',
  valuesConfig: {
    RETURNED: { description: 'Handed in.' },
    DECLARED_LOST: { description: 'Declared lost in writing.' },
  },
});
