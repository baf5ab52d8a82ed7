import type { MatrixRow } from './matrix-row.js';

/**
 * Who is told of what head office watches: the estate's heads and the quality department of a
 * figure that broke a rule; the window, the department and the centre of letters on their way.
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
];
