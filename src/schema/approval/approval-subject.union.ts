import { createUnionType } from 'type-graphql';
import { DebtorListType } from '../dunning/debtor-list.type.js';
import { LetterListType } from '../dunning/letter-list.type.js';
import { LedgerProposalType } from '../ledger/ledger-proposal.type.js';
import { PolicyProposalType } from '../policy/policy-proposal.type.js';
import { ClockPauseProposalType } from '../service-clock/clock-pause-proposal.type.js';

/** What approvals are about; a new kind adds its type. */
export const ApprovalSubjectUnion = createUnionType({
  name: 'ApprovalSubject',
  description: 'What an approval is about, as it was submitted.',
  types: () =>
    [PolicyProposalType, ClockPauseProposalType, LedgerProposalType, LetterListType, DebtorListType] as const,
});
