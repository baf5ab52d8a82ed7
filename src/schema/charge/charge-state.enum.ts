import { registerEnumType } from 'type-graphql';
import { CHARGE_STATES } from '../../domain/charge/charge-state.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ChargeState. */
export const ChargeStateEnum = enumOf(CHARGE_STATES);
registerEnumType(ChargeStateEnum, {
  name: 'ChargeState',
  description: 'Where a charge stands.',
  valuesConfig: {
    BILLED: { description: 'Billed; nothing of it is paid.' },
    PART_PAID: { description: 'Paid in part.' },
    PAID: { description: 'Nothing is open, and payments have settled it, or what was left of it.' },
    SETTLED: {
      description: 'Nothing is open and nothing was paid: waived, written off, cancelled or moved to another payer.',
    },
  },
});
