import type { CommandContext } from '../command/command-context.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { assertDecider } from './steps/assert-decider.js';
import { takeComplaintStep } from './steps/take-complaint-step.js';

interface JudgeComplaint extends TicketStepInput {
  /** Whether it concerns the company's responsibility (有效投诉). */
  readonly substantiated: boolean;
  readonly reason: string;
}

/**
 * Judges whether a complaint is substantiated, with the reason; in any stage, and again when new facts come, the last
 * one holds. Needs `complaint.decide` on the estate, and a post that the complaint is not about.
 * @rule D-06 @rule Q-07 @rule D-16
 * @throws RULE_REFUSED when another post decides
 */
export async function judgeComplaint(ctx: CommandContext, input: JudgeComplaint): Promise<TicketStepResult> {
  const { ticket, complaint, at } = await takeComplaintStep(ctx, input, 'complaint.decide');
  assertDecider(ctx, ticket, complaint);
  const before = complaint.substantiated ?? null;
  Object.assign(complaint, { substantiated: input.substantiated, judgedAt: at, judgedBy: ctx.principal.subjectId });
  await fulfilOwed(ctx, ['JUDGEMENT'], ticket.id, at);
  const noteId = writeNote(ctx, ticket, { kind: 'DECISION', text: input.reason, at });
  recordTicketEvent(ctx, ticket, {
    type: 'COMPLAINT_JUDGED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { substantiated: input.substantiated, before, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
