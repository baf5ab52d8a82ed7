import { registerEnumType } from 'type-graphql';
import { DEPOSIT_KINDS } from '../../domain/deposit/deposit-kind.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of DepositKind. */
export const DepositKindEnum = enumOf(DEPOSIT_KINDS);
registerEnumType(DepositKindEnum, {
  name: 'DepositKind',
  description: 'What a deposit secures.',
  valuesConfig: {
    RENOVATION: { description: 'A renovation (装修押金): observed for a while after acceptance (R-DEP-01).' },
    CONTRACTOR: { description: 'Works by a contractor.' },
    PASS: { description: 'Temporary access passes (临时出入证押金).' },
    KEY: { description: 'Keys that are lent.' },
    CARD: { description: 'Owner, resident or parking cards.' },
    OTHER: { description: 'Something else.' },
  },
});
