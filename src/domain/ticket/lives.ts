import { COMPLAINT_LIFE } from '../complaint/complaint-life.js';
import { COMPLAINT_PHASES } from '../complaint/complaint-stage.js';
import { ENQUIRY_LIFE, ENQUIRY_PHASES } from '../enquiry/enquiry-life.js';
import { HELP_LIFE, HELP_PHASES } from '../help/help-life.js';
import { stageAfter, type LifeStep } from '../life-cycle.js';
import { SERVICE_LIFE, SERVICE_PHASES } from '../service/service-life.js';
import { SUGGESTION_LIFE, SUGGESTION_PHASES } from '../suggestion/suggestion-life.js';
import { REPAIR_LIFE } from './repair-life.js';
import { REPAIR_PHASES } from './repair-stage.js';
import type { SharedVerb } from './shared-verb.js';
import type { TicketKind, TicketPhase } from './ticket-kind.js';
import type { TicketStage } from './ticket-stage.js';

interface Life {
  /** Names the thing in refusals. */
  readonly what: string;
  readonly steps: readonly LifeStep<string, TicketStage>[];
  readonly phases: Readonly<Partial<Record<TicketStage, TicketPhase>>>;
}

/** The life of each kind of ticket. */
export const LIVES: Readonly<Record<TicketKind, Life>> = {
  REPAIR: { what: 'A repair', steps: REPAIR_LIFE, phases: REPAIR_PHASES },
  COMPLAINT: { what: 'A complaint', steps: COMPLAINT_LIFE, phases: COMPLAINT_PHASES },
  ENQUIRY: { what: 'An enquiry', steps: ENQUIRY_LIFE, phases: ENQUIRY_PHASES },
  SUGGESTION: { what: 'A suggestion', steps: SUGGESTION_LIFE, phases: SUGGESTION_PHASES },
  SERVICE_REQUEST: { what: 'A service request', steps: SERVICE_LIFE, phases: SERVICE_PHASES },
  HELP_CALL: { what: 'A help call', steps: HELP_LIFE, phases: HELP_PHASES },
};

/** The coarse phase that a stage of a kind belongs to. */
export const phaseOf = (kind: TicketKind, stage: TicketStage): TicketPhase => LIVES[kind].phases[stage] ?? 'OPEN';

/** Where a ticket stands after a step. */
export interface Standing {
  readonly stage: TicketStage;
  readonly phase: TicketPhase;
}

/**
 * Where a verb leads a ticket, by the life of its kind.
 * @param stage null for a ticket that does not exist yet
 * @throws RULE_REFUSED with the rule of the kind's life and what is allowed, when its stage does not take the verb
 */
export function ticketStep(kind: TicketKind, verb: string, stage: TicketStage | null): Standing {
  const { what, steps } = LIVES[kind];
  const next = stageAfter(steps, what, verb, stage);
  return { stage: next, phase: phaseOf(kind, next) };
}

/** The same for a verb that several kinds share. @throws RULE_REFUSED as `ticketStep` */
export const sharedStep = (kind: TicketKind, verb: SharedVerb, stage: TicketStage): Standing =>
  ticketStep(kind, verb, stage);
