import type { Happening, MatrixRow } from './matrix-row.js';

const FORWARDED = ['ticket.REPAIR_FORWARDED', 'ticket.REPAIR_REFUSED'];
const REPORTED = ['ticket.REPAIR_REPORTED'];

const isEmergency = ({ facts }: Happening): boolean => facts['urgency'] === 'EMERGENCY';

/** A customer's order has come back, or the one that it had joined has. */
const isBack = ({ facts, ticket }: Happening): boolean =>
  facts['stage'] === 'RETURNED' && ticket?.concernsCustomer === true;

/** What turns out an emergency is told anew, unless nobody of Engineering knows of it yet. */
const becameUrgent = (happening: Happening): boolean =>
  isEmergency(happening) && happening.facts['stage'] !== 'REPORTED';

const takenByNight = ({ facts }: Happening): boolean =>
  facts['atNight'] === true && facts['takenBy'] !== 'CONTROL_ROOM';

/** By day, what neither desk nor control room took down: a resident's own report, what staff have met. */
const takenElsewhere = ({ facts }: Happening): boolean =>
  facts['atNight'] !== true && facts['takenBy'] !== 'DESK' && facts['takenBy'] !== 'CONTROL_ROOM';

/** A day on which nothing was recorded: said as such, since it may have been forgotten. @rule D-25 */
const isSilentDay = ({ facts }: Happening): boolean => facts['reported'] === 0 && facts['completed'] === 0;

const HEADS: MatrixRow['whom'] = [{ post: 'SERVICE_MANAGER' }, { post: 'ENGINEERING_HEAD' }];

/**
 * Who is told of repairs: whoever takes reports on, of those that others took down; Engineering on duty; the front desk,
 * of an order that came back; both of an answer to a quotation; the heads of customer service and Engineering, of every
 * day's figures.
 * @rule R-RPR-01 @rule R-RPR-02 @rule R-RPR-03 @rule R-RPR-04 @rule R-RPR-05 @rule R-RPR-06 @rule R-RPR-08 @rule R-RPR-13
 * @rule R-RPR-16 @rule R-RPR-17 @rule R-RPR-20 @rule R-CBK-03 @rule R-DSP-13 @rule D-08
 */
export const repairMatrix: readonly MatrixRow[] = [
  {
    on: REPORTED,
    when: takenByNight,
    kind: 'REPAIR_REPORTED',
    whom: [{ post: 'CONTROL_ROOM' }],
    rules: ['R-RPR-06', 'D-08'],
  },
  {
    on: REPORTED,
    when: takenElsewhere,
    kind: 'REPAIR_REPORTED',
    whom: [{ post: 'FRONT_DESK' }],
    rules: ['R-RPR-03', 'R-RPR-04'],
  },
  {
    on: FORWARDED,
    when: isEmergency,
    kind: 'REPAIR_FORWARDED',
    whom: [{ post: 'TECHNICIAN' }, { post: 'ENGINEERING_HEAD' }],
    rules: ['R-RPR-05', 'R-RPR-06', 'R-RPR-08'],
  },
  {
    on: FORWARDED,
    when: (happening) => !isEmergency(happening),
    kind: 'REPAIR_FORWARDED',
    whom: [{ post: 'TECHNICIAN' }],
    rules: ['R-RPR-05', 'R-RPR-06'],
  },
  {
    on: ['ticket.REPAIR_REGRADED'],
    when: becameUrgent,
    kind: 'REPAIR_FORWARDED',
    whom: [{ post: 'TECHNICIAN' }, { post: 'ENGINEERING_HEAD' }],
    rules: ['R-RPR-08'],
  },
  {
    on: ['ticket.REPAIR_HANDED_OVER'],
    kind: 'REPAIR_HANDED_OVER',
    whom: [{ personNamed: 'technicianId' }],
    rules: ['R-RPR-02'],
  },
  {
    on: ['ticket.REPAIR_CANCELLED'],
    kind: 'REPAIR_CALLED_OFF',
    whom: ['ASSIGNEE'],
    rules: ['R-RPR-01'],
  },
  {
    on: ['ticket.REPAIR_RETURNED', 'ticket.FOLLOWED'],
    when: isBack,
    kind: 'REPAIR_RETURNED',
    whom: [{ post: 'FRONT_DESK' }],
    rules: ['R-RPR-13'],
  },
  {
    on: ['ticket.REPAIR_REOPENED'],
    kind: 'REPAIR_REOPENED',
    whom: ['ASSIGNEE', { post: 'ENGINEERING_HEAD' }],
    rules: ['R-RPR-20', 'R-CBK-03'],
  },
  {
    on: ['ticket.REPAIR_QUOTATION_ACCEPTED', 'ticket.REPAIR_QUOTATION_DECLINED'],
    kind: 'REPAIR_QUOTATION_ANSWERED',
    whom: ['ASSIGNEE', { post: 'FRONT_DESK' }],
    rules: ['R-DSP-13'],
  },
  {
    on: ['repair.DAY_COUNTED'],
    when: isSilentDay,
    kind: 'REPAIR_DAY_SILENT',
    whom: HEADS,
    rules: ['R-RPR-16', 'D-25'],
  },
  {
    on: ['repair.DAY_COUNTED'],
    when: (happening) => !isSilentDay(happening),
    kind: 'REPAIR_DAY',
    whom: HEADS,
    rules: ['R-RPR-16', 'R-RPR-17'],
  },
];
