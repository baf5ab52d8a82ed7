import { COMPLAINT_STAGES, type ComplaintStage } from '../complaint/complaint-stage.js';
import { REPAIR_STAGES, type RepairStage } from './repair-stage.js';

/** The stages of tickets of any kind; which of them a kind knows stands with its life. */
export type TicketStage = RepairStage | ComplaintStage;
export const TICKET_STAGES: readonly TicketStage[] = [...new Set<TicketStage>([...REPAIR_STAGES, ...COMPLAINT_STAGES])];
