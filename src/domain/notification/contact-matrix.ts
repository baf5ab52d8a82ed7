import type { MatrixRow } from './matrix-row.js';

/** Who is told of calls and visits in the contact log. @rule R-REC-12 @rule R-DSP-09 @rule R-DSP-11 @rule R-ESC-02 @rule D-17 */
export const contactMatrix: readonly MatrixRow[] = [
  {
    on: ['contact.ESCALATED'],
    when: ({ facts }) => typeof facts['departmentId'] === 'string',
    kind: 'CONTACT_ESCALATED',
    whom: ['DEPARTMENT'],
    rules: ['R-DSP-09'],
  },
  {
    on: ['contact.ESCALATED'],
    when: ({ facts }) => typeof facts['departmentId'] !== 'string',
    kind: 'CONTACT_ESCALATED',
    whom: [{ postNamed: 'post' }],
    rules: ['R-REC-12', 'R-DSP-11'],
  },
  {
    on: ['contact.RECORDED'],
    when: ({ facts }) => facts['channel'] === 'MEDIA',
    asSet: 'media',
    kind: 'CONTACT_FROM_MEDIA',
    whom: ['HEAD_OFFICE'],
    rules: ['R-ESC-02', 'D-17'],
  },
];
