import {
  assertGround,
  isGraver,
  type ComplaintClass,
  type MajorGround,
} from '../../domain/complaint/complaint-class.js';
import { assertOpenComplaint } from '../../domain/complaint/complaint-life.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { assertDecider } from './steps/assert-decider.js';
import { classPolicyOf } from './steps/class-policy-of.js';
import { takeComplaintStep } from './steps/take-complaint-step.js';

interface ReclassifyComplaint extends TicketStepInput {
  readonly class: ComplaintClass;
  readonly ground?: MajorGround | null;
  readonly contacts?: number | null;
  readonly reason: string;
}

/**
 * Gives a complaint another class, up or down, with a reason; the clocks of a class start when it is given. Needs
 * `complaint.decide` on the estate, and a post that the complaint is not about.
 * @rule R-CMP-12 @rule R-CMP-14 @rule D-02 @rule D-16 @rule D-27
 * @throws RULE_REFUSED when it is at its end, has the class already, the facts do not carry the ground, or another post decides
 * @throws INVALID_INPUT when MAJOR has no ground, or another class has one
 */
export async function reclassifyComplaint(ctx: CommandContext, input: ReclassifyComplaint): Promise<TicketStepResult> {
  const { ticket, complaint, at } = await takeComplaintStep(ctx, input, 'complaint.decide');
  assertDecider(ctx, ticket, complaint);
  assertOpenComplaint(ticket.stage as ComplaintStage, { verb: 'reclassify', rule: 'R-CMP-14' });
  const ground = input.ground ?? null;
  if ((input.class === 'MAJOR') !== (ground !== null))
    throw invalidInput('input.ground', 'a major complaint has a ground, and no other has one');
  const from = ticket.complaintClass ?? 'GENERAL';
  if (from === input.class) throw ruleRefused('R-CMP-14', 'The complaint has this class already.', { class: from });
  const contacts = Math.max(complaint.contacts, input.contacts ?? 1);
  const companyAtFault =
    complaint.companyAtFault || input.class === 'IMPORTANT' || ground === 'PROMISE_BROKEN_REPEATEDLY';
  assertGround({ companyAtFault, ground, contacts }, await classPolicyOf(ctx, ticket));
  const raised = isGraver(input.class, from);
  ticket.complaintClass = input.class;
  if (!raised) ticket.downgradedAt = at;
  Object.assign(complaint, { classSetAt: at, ground, contacts, companyAtFault });
  if (complaint.repliedAt) await oweCallback(ctx, ticket, at);
  const noteId = writeNote(ctx, ticket, { kind: 'DECISION', text: input.reason, at });
  recordTicketEvent(ctx, ticket, {
    type: raised ? 'COMPLAINT_RAISED' : 'COMPLAINT_LOWERED',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { from, class: input.class, ground, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
