import type { MatrixRow } from './matrix-row.js';

const isOwed =
  (kind: string): MatrixRow['when'] =>
  ({ facts }) =>
    facts['kind'] === kind;

/**
 * Who is told of visits to households, and of what is to be put right: the supervisor of a record that was not handed in,
 * whoever decides on a summary, both heads of a month that falls short in its last week; the owner of an action, and who
 * supervises it once it is overdue.
 * @rule R-VIS-05 @rule R-VIS-17 @rule R-VIS-20 @rule R-VIS-29 @rule R-CMP-20 @rule R-ORG-25
 */
export const visitMatrix: readonly MatrixRow[] = [
  {
    on: ['obligation.MISSED'],
    when: isOwed('VISIT_RECORD'),
    kind: 'VISIT_RECORD_MISSED',
    whom: [{ post: 'SERVICE_SUPERVISOR' }],
    rules: ['R-VIS-17'],
  },
  {
    on: ['visit.SUMMARY_SUBMITTED'],
    when: ({ facts }) => facts['period'] === 'MONTH',
    kind: 'VISIT_SUMMARY_SUBMITTED',
    whom: [{ post: 'SERVICE_MANAGER' }],
    rules: ['R-VIS-20'],
  },
  {
    on: ['visit.SUMMARY_SUBMITTED'],
    when: ({ facts }) => facts['period'] === 'QUARTER',
    kind: 'VISIT_SUMMARY_SUBMITTED',
    whom: [{ post: 'ESTATE_MANAGER' }],
    rules: ['R-VIS-29'],
  },
  {
    on: ['visit.MONTH_SHORT'],
    kind: 'VISITS_SHORT',
    whom: [{ post: 'SERVICE_SUPERVISOR' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-VIS-05'],
  },
  {
    on: ['obligation.OWED'],
    when: isOwed('CORRECTIVE_ACTION'),
    kind: 'CORRECTIVE_ACTION_OWED',
    whom: [{ personNamed: 'ownerId' }],
    rules: ['R-CMP-20'],
  },
  {
    on: ['obligation.MISSED'],
    when: isOwed('CORRECTIVE_ACTION'),
    kind: 'CORRECTIVE_ACTION_OVERDUE',
    whom: [{ personNamed: 'ownerId' }, { post: 'SERVICE_MANAGER' }],
    rules: ['R-CMP-20', 'R-ORG-25'],
  },
];
