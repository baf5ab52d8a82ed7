import type { MatrixRow } from './matrix-row.js';
import type { NotificationKind } from './notification-kind.js';

/** What the resident of the ticket's occupancy is told of: a row of the matrix whose recipient is always the same. */
type ResidentRow = Pick<MatrixRow, 'on' | 'kind' | 'rules'>;

/**
 * Residents are told when a ticket was taken, when somebody comes or is there, what it waits for, and how it ended.
 * @rule R-DSP-04 @rule R-DSP-12 @rule R-DSP-13 @rule R-RPR-02 @rule R-RPR-03 @rule R-RPR-07 @rule R-RPR-10 @rule R-RPR-11
 * @rule R-RPR-16 @rule R-CMP-04 @rule R-CMP-15 @rule R-REC-11 @rule R-EMG-11 @rule D-05
 */
export const RESIDENT_MATRIX: readonly ResidentRow[] = [
  { on: ['ticket.REPAIR_REPORTED'], kind: 'REPAIR_TAKEN', rules: ['R-RPR-03'] },
  { on: ['ticket.REPAIR_ACCEPTED'], kind: 'REPAIR_ASSIGNED', rules: ['R-RPR-02'] },
  { on: ['ticket.REPAIR_SCHEDULED'], kind: 'REPAIR_SCHEDULED', rules: ['R-RPR-10'] },
  { on: ['ticket.REPAIR_STARTED'], kind: 'REPAIR_ON_SITE', rules: ['R-RPR-07'] },
  { on: ['ticket.REPAIR_CARRIED_OVER'], kind: 'REPAIR_CARRIED_OVER', rules: ['R-RPR-16'] },
  { on: ['ticket.REPAIR_PASSED_TO_DEVELOPER'], kind: 'REPAIR_WITH_DEVELOPER', rules: ['D-05'] },
  { on: ['ticket.REPAIR_QUOTED'], kind: 'REPAIR_QUOTED', rules: ['R-DSP-13'] },
  { on: ['ticket.REPAIR_COMPLETED'], kind: 'REPAIR_DONE', rules: ['R-RPR-11'] },
  { on: ['ticket.REPAIR_CANCELLED'], kind: 'REPAIR_CANCELLED', rules: ['R-RPR-01'] },
  { on: ['ticket.COMPLAINT_LODGED'], kind: 'REQUEST_TAKEN', rules: ['R-CMP-04'] },
  {
    on: ['ticket.COMPLAINT_REPLIED', 'ticket.COMPLAINT_REPLIED_INTERIM'],
    kind: 'REQUEST_ANSWERED',
    rules: ['R-CMP-15'],
  },
  {
    on: ['ticket.ENQUIRY_RECORDED', 'ticket.SUGGESTION_RECORDED', 'ticket.SERVICE_REQUEST_ACCEPTED'],
    kind: 'REQUEST_TAKEN',
    rules: ['R-DSP-04'],
  },
  {
    on: ['ticket.ENQUIRY_ANSWERED', 'ticket.SUGGESTION_ANSWERED'],
    kind: 'REQUEST_ANSWERED',
    rules: ['R-REC-11', 'R-DSP-17'],
  },
  {
    on: [
      'ticket.REPAIR_DECLINED',
      'ticket.ENQUIRY_DECLINED',
      'ticket.SUGGESTION_DECLINED',
      'ticket.SERVICE_REQUEST_DECLINED',
    ],
    kind: 'REQUEST_DECLINED',
    rules: ['R-DSP-12'],
  },
  {
    on: ['ticket.ENQUIRY_CANCELLED', 'ticket.SUGGESTION_CANCELLED', 'ticket.SERVICE_REQUEST_CANCELLED'],
    kind: 'REQUEST_CANCELLED',
    rules: ['R-DSP-04'],
  },
  { on: ['ticket.SERVICE_REQUEST_QUOTED'], kind: 'SERVICE_QUOTED', rules: ['R-DSP-13'] },
  { on: ['ticket.SERVICE_REQUEST_PERFORMED'], kind: 'SERVICE_PERFORMED', rules: ['R-DSP-04'] },
  { on: ['ticket.HELP_CALL_REPORTED'], kind: 'HELP_TAKEN', rules: ['R-EMG-11'] },
];

/**
 * What the resident is told of something that happened to the own ticket; null for what tells residents nothing.
 * @param type of the event: `ticket.REPAIR_REPORTED`
 */
export const toldToResident = (type: string): NotificationKind | null =>
  RESIDENT_MATRIX.find((row) => row.on.includes(type))?.kind ?? null;
