import { OWED_REPORTS } from '../obligation/obligation-kind.js';
import { REPORT_KINDS, reportKind } from '../report/report-kind.js';
import type { Happening, MatrixRow } from './matrix-row.js';

/** What goes to a post, and what head office reads once it is approved. */
const goesTo =
  (reviewer: 'SERVICE_MANAGER' | 'ESTATE_MANAGER') =>
  ({ facts }: Happening): boolean =>
    REPORT_KINDS.some((kind) => kind === facts['kind'] && reportKind(kind).reviewer === reviewer);
const READ_AT_HEAD_OFFICE: readonly unknown[] = ['REPAIR_ANALYSIS', 'LEADERS_ANALYSIS'];

/**
 * Who is told of what head office watches: the estate's heads and the quality department of a
 * figure that broke a rule; the window, the department and the centre of letters on their way; who decides on reports, and who reads them.
 * @rule R-RPT-21 @rule R-RPR-20 @rule R-RPR-21 @rule R-ESC-06 @rule R-ESC-07
 * @rule R-ESC-02 @rule R-ESC-03 @rule R-ESC-04 @rule R-ESC-05 @rule R-ORG-06 @rule R-ORG-17
 */
export const oversightMatrix: readonly MatrixRow[] = [
  {
    on: ['metricAlert.RAISED'],
    kind: 'METRIC_ALERT',
    whom: ['HEAD_OFFICE', { post: 'ESTATE_MANAGER' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-ESC-05'],
  },
  {
    on: ['liaisonLetter.SENT', 'liaisonLetter.DISPUTED'],
    kind: 'LETTER_SENT',
    whom: ['HEAD_OFFICE'],
    rules: ['R-ESC-02', 'R-ORG-06'],
  },
  {
    on: ['liaisonLetter.PASSED'],
    kind: 'LETTER_PASSED',
    whom: ['DEPARTMENT'],
    rules: ['R-ESC-04'],
  },
  {
    on: ['liaisonLetter.ANSWERED'],
    kind: 'LETTER_ANSWERED',
    whom: [{ post: 'SERVICE_MANAGER' }, { post: 'SERVICE_SUPERVISOR' }, { personNamed: 'draftedById' }],
    rules: ['R-ESC-03', 'R-ORG-17'],
  },
  {
    on: ['obligation.MISSED'],
    when: ({ facts }) => facts['kind'] === 'LIAISON_ANSWER',
    kind: 'LETTER_OVERDUE',
    whom: ['HEAD_OFFICE', { post: 'SERVICE_MANAGER' }],
    rules: ['R-ESC-03'],
  },
  {
    on: ['inspection.ANNOUNCED'],
    kind: 'INSPECTION_ANNOUNCED',
    whom: [{ post: 'ESTATE_MANAGER' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-ESC-05'],
  },
  {
    on: ['inspection.PUBLISHED'],
    kind: 'INSPECTION_PUBLISHED',
    whom: [{ post: 'ESTATE_MANAGER' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-ESC-05'],
  },
  {
    on: ['report.SUBMITTED'],
    when: goesTo('SERVICE_MANAGER'),
    kind: 'REPORT_SUBMITTED',
    whom: [{ post: 'SERVICE_MANAGER' }],
    rules: ['R-RPT-21', 'R-RPR-20'],
  },
  {
    on: ['report.SUBMITTED'],
    when: goesTo('ESTATE_MANAGER'),
    kind: 'REPORT_SUBMITTED',
    whom: [{ post: 'ESTATE_MANAGER' }],
    rules: ['R-RPT-21'],
  },
  {
    on: ['report.RETURNED'],
    kind: 'REPORT_RETURNED',
    whom: [{ personNamed: 'submittedById' }],
    rules: ['R-RPT-21'],
  },
  {
    on: ['report.APPROVED'],
    kind: 'REPORT_APPROVED',
    whom: [{ personNamed: 'submittedById' }],
    rules: ['R-RPT-21'],
  },
  {
    on: ['report.APPROVED'],
    when: ({ facts }) => READ_AT_HEAD_OFFICE.includes(facts['kind']),
    kind: 'REPORT_APPROVED',
    whom: ['HEAD_OFFICE', { post: 'COMPANY_LEADER' }],
    rules: ['R-ESC-06', 'R-ESC-07', 'R-RPR-20', 'R-RPR-21'],
  },
  {
    on: ['obligation.MISSED'],
    when: ({ facts }) => OWED_REPORTS.some((kind) => kind === facts['kind']),
    kind: 'REPORT_OVERDUE',
    whom: [{ postNamed: 'ownerPost' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-RPT-21'],
  },
];
