import type { ApprovalSubjectKind } from '../../domain/approval/approval-route.js';

const NAMES: Readonly<Record<ApprovalSubjectKind, string>> = {
  POLICY_CHANGE: 'PolicyProposal',
  CLOCK_PAUSE: 'ClockPauseProposal',
  FEE_CHANGE: 'LedgerProposal',
  FEE_WRITE_OFF: 'LedgerProposal',
  FEE_REFUND: 'LedgerProposal',
  LAWYER_LETTERS: 'LetterList',
  DEBTOR_LIST: 'DebtorList',
};

/** The object type of an approval's subject. */
export const approvalSubjectTypeName = (row: object): string =>
  NAMES[(row as { readonly subjectKind: ApprovalSubjectKind }).subjectKind];
