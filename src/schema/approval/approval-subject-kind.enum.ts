import { registerEnumType } from 'type-graphql';
import { APPROVAL_SUBJECT_KINDS, type ApprovalSubjectKind } from '../../domain/approval/approval-route.js';

/** The GraphQL enum of ApprovalSubjectKind. */
export const ApprovalSubjectKindEnum = Object.fromEntries(APPROVAL_SUBJECT_KINDS.map((value) => [value, value])) as {
  [V in ApprovalSubjectKind]: V;
};

registerEnumType(ApprovalSubjectKindEnum, {
  name: 'ApprovalSubjectKind',
  description: 'What is to be approved.',
  valuesConfig: {
    POLICY_CHANGE: {
      description:
        'A change of a policy: an estate’s is reviewed by the quality department (R-ORG-06), each one approved by a company leader (R-ORG-01).',
    },
    CLOCK_PAUSE: {
      description:
        'That a service clock stands still beyond the cap (D-05): approved by whoever leads the estate, or by the quality department.',
    },
    FEE_CHANGE: { description: 'A waiver or an adjustment of a charge: needs `fee.approve`.' },
    FEE_WRITE_OFF: { description: 'That a claim is given up: needs `fee.writeOff`.' },
    LAWYER_LETTERS: {
      description:
        'To whom lawyer’s letters are sent (R-DUN-10): reviewed with `dunning.review`, approved by a company leader.',
    },
    DEBTOR_LIST: {
      description: 'Which debtors stand on the board in the lobby (R-DUN-15, Q-20): needs `dunning.publish`.',
    },
    FEE_REFUND: { description: 'That money is given back, on the accountant’s notice (R-CSH-08): needs `fee.refund`.' },
  },
});
