import type { TicketPhase } from './ticket-kind.js';

/** The stages of a repair order (section 5 of the domain, D-05). */
export const REPAIR_STAGES = [
  'REPORTED',
  'FORWARDED',
  'ACCEPTED',
  'SCHEDULED',
  'ON_SITE',
  'COMPLETED',
  'CARRIED_OVER',
  'SIGNED',
  'RETURNED',
  'CALLED_BACK',
  'CLOSED',
  'DECLINED',
  'CANCELLED',
] as const;
export type RepairStage = (typeof REPAIR_STAGES)[number];

/** The coarse phase that a stage belongs to. */
export const REPAIR_PHASES: Readonly<Record<RepairStage, TicketPhase>> = {
  REPORTED: 'OPEN',
  FORWARDED: 'OPEN',
  ACCEPTED: 'IN_PROGRESS',
  SCHEDULED: 'IN_PROGRESS',
  ON_SITE: 'IN_PROGRESS',
  CARRIED_OVER: 'IN_PROGRESS',
  COMPLETED: 'RESOLVED',
  SIGNED: 'RESOLVED',
  RETURNED: 'RESOLVED',
  CALLED_BACK: 'RESOLVED',
  CLOSED: 'CLOSED',
  DECLINED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
};
