import { registerEnumType } from 'type-graphql';
import { SPOIL_REASONS } from '../../domain/receipt/receipt-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReceiptSpoilReason. */
export const ReceiptSpoilReasonEnum = enumOf(SPOIL_REASONS);
registerEnumType(ReceiptSpoilReasonEnum, {
  name: 'ReceiptSpoilReason',
  description: 'Why a sheet never was a voucher.',
  valuesConfig: {
    MISPRINTED: { description: 'Printed or written wrongly, and not handed out.' },
    TORN: { description: 'Torn or soiled.' },
    LOST: { description: 'Lost.' },
    MISSING_IN_BOOK: { description: 'The book never had it.' },
  },
});
