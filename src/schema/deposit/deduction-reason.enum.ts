import { registerEnumType } from 'type-graphql';
import { DEDUCTION_REASONS } from '../../domain/deposit/deposit-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of DeductionReason. */
export const DeductionReasonEnum = enumOf(DEDUCTION_REASONS);
registerEnumType(DeductionReasonEnum, {
  name: 'DeductionReason',
  description: 'Why something is kept back of a deposit.',
  valuesConfig: {
    BREACH: { description: 'A breach of the rules or the agreement (违约金).' },
    DAMAGE: { description: 'Damage to neighbours or common parts.' },
    LOSS: { description: 'Something lent was lost.' },
    CLEANING: { description: 'Cleaning and removal of waste.' },
    UNPAID: { description: 'Something that is still owed.' },
    OTHER: { description: 'Another reason.' },
  },
});
