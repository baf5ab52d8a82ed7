import type { MatrixRow } from './matrix-row.js';

/** Who is told of approvals: whoever decides next, then who has prepared it. @rule R-ORG-68 @rule Q-18 @rule Q-43 */
export const approvalMatrix: readonly MatrixRow[] = [
  {
    on: ['approval.SUBMITTED', 'approval.REVIEWED'],
    kind: 'APPROVAL_WAITING',
    whom: ['DECIDERS'],
    rules: ['R-ORG-68', 'Q-43'],
  },
  {
    on: ['approval.APPROVED', 'approval.SENT_BACK'],
    kind: 'APPROVAL_DECIDED',
    whom: ['PREPARER'],
    rules: ['Q-18'],
  },
];
