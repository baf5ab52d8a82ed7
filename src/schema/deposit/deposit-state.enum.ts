import { registerEnumType } from 'type-graphql';
import { DEPOSIT_STATES } from '../../domain/deposit/deposit-stage.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of DepositState. */
export const DepositStateEnum = enumOf(DEPOSIT_STATES);
registerEnumType(DepositStateEnum, {
  name: 'DepositState',
  description: 'How a deposit stands.',
  valuesConfig: {
    HELD: { description: 'Held.' },
    ELIGIBLE: { description: 'Held, found in order, and its days of observation are over: it may be settled.' },
    SETTLED: { description: 'It is said what is kept back (R-DEP-05).' },
    AUTHORISED: { description: 'Its refund was authorised by notice (R-DEP-04).' },
    REFUNDED: { description: 'Paid out, without interest (R-DEP-01).' },
    CANCELLED: { description: 'Taken back: it was none.' },
  },
});
