import type { TicketPhase } from '../ticket/ticket-kind.js';

/** The stages of a complaint (section 6 of the domain). */
export const COMPLAINT_STAGES = [
  'RECORDED',
  'WITH_DEPARTMENT',
  'RECTIFIED',
  'DEPARTMENT_REPORTED',
  'REPLIED',
  'CALLED_BACK',
  'CLOSED',
  'EXPLAINED',
  'CANCELLED',
] as const;
export type ComplaintStage = (typeof COMPLAINT_STAGES)[number];

/** The coarse phase that a stage belongs to. */
export const COMPLAINT_PHASES: Readonly<Record<ComplaintStage, TicketPhase>> = {
  RECORDED: 'OPEN',
  WITH_DEPARTMENT: 'IN_PROGRESS',
  RECTIFIED: 'IN_PROGRESS',
  DEPARTMENT_REPORTED: 'IN_PROGRESS',
  REPLIED: 'RESOLVED',
  CALLED_BACK: 'RESOLVED',
  CLOSED: 'CLOSED',
  EXPLAINED: 'CLOSED',
  CANCELLED: 'CANCELLED',
};
