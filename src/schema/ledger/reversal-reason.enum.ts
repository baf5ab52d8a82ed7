import { registerEnumType } from 'type-graphql';
import { REVERSAL_REASONS } from '../../domain/ledger/entry-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ReversalReason. */
export const ReversalReasonEnum = enumOf(REVERSAL_REASONS);
registerEnumType(ReversalReasonEnum, {
  name: 'ReversalReason',
  description: 'Why something was taken back.',
  valuesConfig: {
    WRONG_AMOUNT: { description: 'It was not as much, or more.' },
    WRONG_PAYER: { description: 'It was somebody else.' },
    WRONG_CHARGE: { description: 'It was for something else.' },
    DUPLICATE: { description: 'It was entered twice.' },
    RETURNED_BY_BANK: { description: 'The bank or channel took the money back (退票).' },
    OTHER: { description: 'Another reason.' },
  },
});
