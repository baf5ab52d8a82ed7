import type { MatrixRow } from './matrix-row.js';

/** Who is told of what tickets of all kinds share. @rule R-DSP-03 @rule R-DSP-09 @rule D-19 @rule R-CMP-05 @rule R-CMP-09 */
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
  {
    on: ['ticket.HANDED_OVER'],
    kind: 'TICKET_ASSIGNED',
    whom: [{ personNamed: 'assigneeId' }],
    rules: ['D-19'],
  },
  {
    on: ['ticket.TRANSFERRED'],
    kind: 'TICKET_TRANSFERRED',
    whom: ['DEPARTMENT', { personNamed: 'formerId' }],
    rules: ['D-19', 'R-DSP-09'],
  },
  {
    on: ['ticket.MERGED'],
    kind: 'TICKET_MERGED',
    whom: ['ASSIGNEE'],
    rules: ['R-DSP-03'],
  },
  {
    on: ['ticket.UNMERGED'],
    when: ({ facts }) => facts['cause'] === 'LEADING_ENDED',
    kind: 'TICKET_UNMERGED',
    whom: [{ post: 'FRONT_DESK' }],
    rules: ['R-DSP-03'],
  },
];
