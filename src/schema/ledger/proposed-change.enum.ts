import { registerEnumType } from 'type-graphql';
import { PROPOSED_CHANGES } from '../../domain/ledger/proposed-change.js';
import { enumOf } from '../enum-of.js';

/** The GraphQL enum of ProposedChange. */
export const ProposedChangeEnum = enumOf(PROPOSED_CHANGES);
registerEnumType(ProposedChangeEnum, {
  name: 'LedgerChangeKind',
  description: 'What changes an account by approval only (R-ORG-68).',
  valuesConfig: {
    INCREASE: { description: 'The charge should have been more (调增); `fee.approve` decides.' },
    REDUCTION: { description: 'The charge should have been less (调减); `fee.approve` decides.' },
    WAIVER: { description: 'The payer is let off (减免); `fee.approve` decides.' },
    WRITE_OFF: { description: 'The claim is given up (核销); `fee.writeOff` decides.' },
    REFUND: { description: 'Money is given back on the accountant’s notice (退款, R-CSH-08); `fee.refund` decides.' },
  },
});
