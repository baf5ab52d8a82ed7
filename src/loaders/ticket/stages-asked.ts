import { sql } from 'kysely';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { EnquiryStage } from '../../domain/enquiry/enquiry-life.js';
import type { HelpStage } from '../../domain/help/help-life.js';
import type { ServiceStage } from '../../domain/service/service-life.js';
import type { SuggestionStage } from '../../domain/suggestion/suggestion-life.js';
import { phaseOf } from '../../domain/ticket/lives.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';
import { TICKET_KINDS, type TicketKind, type TicketPhase } from '../../domain/ticket/ticket-kind.js';
import type { TicketStage } from '../../domain/ticket/ticket-stage.js';

/** The stages that a list is narrowed to: of each kind its own, beside each other the one or the other. */
export interface StageFilter {
  readonly stages?: readonly RepairStage[] | null;
  readonly complaintStages?: readonly ComplaintStage[] | null;
  readonly enquiryStages?: readonly EnquiryStage[] | null;
  readonly suggestionStages?: readonly SuggestionStage[] | null;
  readonly serviceStages?: readonly ServiceStage[] | null;
  readonly helpCallStages?: readonly HelpStage[] | null;
}

const FIELD_OF: Readonly<Record<TicketKind, keyof StageFilter>> = {
  REPAIR: 'stages',
  COMPLAINT: 'complaintStages',
  ENQUIRY: 'enquiryStages',
  SUGGESTION: 'suggestionStages',
  SERVICE_REQUEST: 'serviceStages',
  HELP_CALL: 'helpCallStages',
};

/** The stages asked for, by kind; kinds of which none are asked for are absent. */
const stagesByKind = (filter: StageFilter): readonly (readonly [TicketKind, readonly TicketStage[]])[] =>
  TICKET_KINDS.flatMap((kind) => {
    const wanted = filter[FIELD_OF[kind]];
    return wanted ? [[kind, wanted] as const] : [];
  });

/** The phases that hold the stages asked for: indexes know phases. Null where no stages are. */
export function phasesOfStages(filter: StageFilter): TicketPhase[] | null {
  const asked = stagesByKind(filter);
  if (asked.length === 0) return null;
  const phases = asked.flatMap(([kind, stages]) => stages.map((stage) => phaseOf(kind, stage)));
  return [...new Set(phases)];
}

/** The stages asked for, of the one kind or the other; null where none are. */
export function stagesAsked(filter: StageFilter) {
  const wanted = stagesByKind(filter).map(
    ([kind, stages]) => sql`t.kind = ${kind} and t.stage = any(${stages}::text[])`,
  );
  return wanted.length === 0 ? null : sql<boolean>`(${sql.join(wanted, sql` or `)})`;
}
