import type { Happening, MatrixRow } from './matrix-row.js';

const LODGED = 'ticket.COMPLAINT_LODGED';
const RAISED = 'ticket.COMPLAINT_RAISED';

const isMajor = ({ facts }: Happening): boolean => facts['class'] === 'MAJOR';
/** Nobody raised it: it was not solved within its month. @rule R-CMP-37 */
const byItself = ({ facts }: Happening): boolean =>
  facts['ground'] === 'UNSOLVED_FOR_A_MONTH' && facts['noteId'] === null;
const isComplaint = ({ ticket }: Happening): boolean => ticket?.kind === 'COMPLAINT';

/**
 * Who is told of complaints: the superior of every one, the department through its head, the estate manager and head
 * office of the major ones, the front desk of what it has to tell customers.
 * @rule R-CMP-02 @rule R-CMP-03 @rule R-CMP-07 @rule R-CMP-09 @rule R-CMP-11 @rule R-CMP-13 @rule R-CMP-24 @rule R-CMP-27
 * @rule R-CMP-30 @rule R-CMP-34 @rule R-CBK-02 @rule R-CBK-04 @rule R-ESC-02 @rule D-16
 */
export const complaintMatrix: readonly MatrixRow[] = [
  {
    on: [RAISED],
    when: (happening) => byItself(happening) && happening.ticket?.about !== 'ESTATE_MANAGER',
    kind: 'COMPLAINT_TURNED_MAJOR',
    whom: [{ post: 'ESTATE_MANAGER' }],
    rules: ['R-CMP-14', 'R-CMP-37'],
  },
  {
    on: [LODGED, RAISED],
    when: (happening) => isMajor(happening) && !byItself(happening) && happening.ticket?.about !== 'ESTATE_MANAGER',
    kind: 'COMPLAINT_MAJOR',
    whom: [{ post: 'ESTATE_MANAGER' }],
    rules: ['R-CMP-13', 'R-CMP-30'],
  },
  {
    on: [LODGED, RAISED],
    when: (happening) => isMajor(happening) && happening.facts['ground'] === 'SERIOUS_LOSS_OR_INJURY',
    asSet: 'injuries',
    kind: 'COMPLAINT_MAJOR',
    whom: ['HEAD_OFFICE'],
    rules: ['R-ESC-02', 'R-CMP-14'],
  },
  {
    on: [LODGED, RAISED],
    when: isMajor,
    asSet: 'majorComplaints',
    kind: 'COMPLAINT_MAJOR',
    whom: ['HEAD_OFFICE'],
    rules: ['R-ESC-02'],
  },
  {
    on: [LODGED],
    kind: 'COMPLAINT_TAKEN',
    whom: ['SUPERIOR'],
    rules: ['R-CMP-27', 'R-CMP-34', 'D-16'],
  },
  {
    on: [LODGED],
    when: ({ ticket }) => ticket?.about !== 'SERVICE_DEPARTMENT',
    kind: 'COMPLAINT_TAKEN',
    whom: [{ post: 'FRONT_DESK' }],
    rules: ['R-CMP-02', 'R-CMP-03', 'D-16'],
  },
  {
    on: [RAISED],
    when: ({ facts }) => facts['class'] === 'IMPORTANT',
    kind: 'COMPLAINT_RAISED',
    whom: ['DEPARTMENT'],
    rules: ['R-CMP-09'],
  },
  {
    on: ['ticket.COMPLAINT_DEPARTMENT_REPORTED'],
    kind: 'COMPLAINT_RECTIFIED',
    whom: [{ post: 'FRONT_DESK' }],
    rules: ['R-CMP-06', 'R-CMP-07'],
  },
  {
    on: ['ticket.COMPLAINT_REOPENED'],
    kind: 'COMPLAINT_REOPENED',
    whom: ['DEPARTMENT', 'ASSIGNEE', 'SUPERIOR'],
    rules: ['R-CMP-24', 'R-CBK-03'],
  },
  {
    on: ['obligation.OWED'],
    when: (happening) => happening.facts['kind'] === 'CALLBACK' && isComplaint(happening),
    kind: 'CALLBACK_OWED',
    whom: [{ postNamed: 'ownerPost' }],
    rules: ['R-CMP-11', 'R-CMP-13', 'R-CBK-02', 'R-CBK-04'],
  },
];
