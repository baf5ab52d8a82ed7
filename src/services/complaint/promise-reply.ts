import { assertOpenComplaint } from '../../domain/complaint/complaint-life.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { assertPromise } from './steps/assert-promise.js';
import { owePromisedReply } from './steps/owe-promised-reply.js';
import { takeComplaintStep } from './steps/take-complaint-step.js';

interface PromiseReply extends TicketStepInput {
  readonly nextReplyDueAt: Date;
}

/**
 * Fixes when the customer will hear next, which is then owed; a later promise takes the place of the one before. Needs `complaint.reply` on
 * the estate.
 * @rule R-CMP-24
 * @throws RULE_REFUSED when the complaint is at its end
 * @throws INVALID_INPUT when the promise lies in the past
 */
export async function promiseReply(ctx: CommandContext, input: PromiseReply): Promise<TicketStepResult> {
  const { ticket, at } = await takeComplaintStep(ctx, input, 'complaint.reply');
  assertOpenComplaint(ticket.stage as ComplaintStage, { verb: 'promiseReply', rule: 'R-CMP-24' });
  ticket.nextReplyDueAt = assertPromise(ctx, input.nextReplyDueAt, false);
  await owePromisedReply(ctx, ticket, at, input.nextReplyDueAt);
  recordTicketEvent(ctx, ticket, {
    type: 'COMPLAINT_REPLY_PROMISED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { nextReplyDueAt: input.nextReplyDueAt.toISOString() },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
