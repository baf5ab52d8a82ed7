import { nextComplaintStage } from '../complaint/complaint-life.js';
import { phaseOfComplaint, type ComplaintStage } from '../complaint/complaint-stage.js';
import { nextStage } from './repair-life.js';
import { phaseOfRepair, type RepairStage } from './repair-stage.js';
import type { SharedVerb } from './shared-verb.js';
import type { TicketKind, TicketPhase } from './ticket-kind.js';
import type { TicketStage } from './ticket-stage.js';

/**
 * Where a verb that all kinds share leads a ticket, by the life of its kind.
 * @throws RULE_REFUSED with the rule of the kind's life and what is allowed, when its stage does not take the verb
 */
export function sharedStep(
  kind: TicketKind,
  verb: SharedVerb,
  stage: TicketStage,
): { readonly stage: TicketStage; readonly phase: TicketPhase } {
  if (kind === 'COMPLAINT') {
    const next = nextComplaintStage(verb === 'decline' ? 'explain' : verb, stage as ComplaintStage);
    return { stage: next, phase: phaseOfComplaint(next) };
  }
  const next = nextStage(verb, stage as RepairStage);
  return { stage: next, phase: phaseOfRepair(next) };
}
