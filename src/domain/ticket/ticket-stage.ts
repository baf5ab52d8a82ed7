import { COMPLAINT_STAGES, type ComplaintStage } from '../complaint/complaint-stage.js';
import { ENQUIRY_STAGES, type EnquiryStage } from '../enquiry/enquiry-life.js';
import { HELP_STAGES, type HelpStage } from '../help/help-life.js';
import { SERVICE_STAGES, type ServiceStage } from '../service/service-life.js';
import { SUGGESTION_STAGES, type SuggestionStage } from '../suggestion/suggestion-life.js';
import { REPAIR_STAGES, type RepairStage } from './repair-stage.js';
import type { TicketKind } from './ticket-kind.js';

/** The stages of tickets of any kind. */
export type TicketStage = RepairStage | ComplaintStage | EnquiryStage | SuggestionStage | ServiceStage | HelpStage;

/** Which stages a kind knows. */
export const STAGES_OF_KIND: Readonly<Record<TicketKind, readonly TicketStage[]>> = {
  REPAIR: REPAIR_STAGES,
  COMPLAINT: COMPLAINT_STAGES,
  ENQUIRY: ENQUIRY_STAGES,
  SUGGESTION: SUGGESTION_STAGES,
  SERVICE_REQUEST: SERVICE_STAGES,
  HELP_CALL: HELP_STAGES,
};

export const TICKET_STAGES: readonly TicketStage[] = [...new Set<TicketStage>(Object.values(STAGES_OF_KIND).flat())];
