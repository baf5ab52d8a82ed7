import type { MatrixRow } from './matrix-row.js';

/** Who is told of what tickets of all kinds share. @rule R-DSP-09 @rule R-CMP-05 @rule R-CMP-09 */
export const ticketMatrix: readonly MatrixRow[] = [
  {
    on: ['ticket.ASSIGNED'],
    when: ({ facts }) => facts['toAssignee'] === true,
    kind: 'TICKET_ASSIGNED',
    whom: ['ASSIGNEE'],
    rules: ['R-DSP-09', 'D-19'],
  },
  {
    on: ['ticket.ASSIGNED'],
    when: ({ facts }) => facts['toDepartment'] === true,
    kind: 'TICKET_ASSIGNED',
    whom: ['DEPARTMENT'],
    rules: ['R-DSP-09', 'R-CMP-05', 'R-CMP-09'],
  },
];
