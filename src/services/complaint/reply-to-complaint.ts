import { assertOpenComplaint } from '../../domain/complaint/complaint-life.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import { oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { fulfilOwed } from '../obligation/steps/fulfil-owed.js';
import { assertPromise } from './steps/assert-promise.js';
import { owePromisedReply } from './steps/owe-promised-reply.js';
import { moveComplaint, takeComplaintStep } from './steps/take-complaint-step.js';

interface ReplyToComplaint extends TicketStepInput {
  /** Whether it ends the matter, or only says how it stands. */
  readonly final: boolean;
  readonly mode: ReplyMode;
  readonly text: string;
  /** When the customer will hear next; of an interim reply. */
  readonly nextReplyDueAt?: Date | null;
}

/**
 * Records what the customer was told. An interim reply is taken in every open stage and leaves it; the final one moves
 * the complaint to REPLIED. Either is feedback. A promise that was open is kept by it, and a new one may be made;
 * after the final one a callback is owed where class or channel demand it. Needs `complaint.reply` on the estate.
 * @rule D-01 @rule R-CMP-07 @rule R-CMP-13 @rule R-CMP-17 @rule R-CMP-24 @rule R-CMP-25 @rule R-CBK-04
 * @throws RULE_REFUSED when the stage does not take it
 * @throws INVALID_INPUT when a final reply promises another, or the promise lies in the past
 */
export async function replyToComplaint(ctx: CommandContext, input: ReplyToComplaint): Promise<TicketStepResult> {
  const { ticket, complaint, at } = await takeComplaintStep(ctx, input, 'complaint.reply');
  const { final, mode, text } = input;
  if (final) moveComplaint(ticket, 'reply');
  else assertOpenComplaint(ticket.stage as ComplaintStage, { verb: 'replyInterim', rule: 'D-01' });
  ticket.nextReplyDueAt = assertPromise(ctx, input.nextReplyDueAt ?? null, final);
  complaint.firstReplyAt = earlier(complaint.firstReplyAt ?? null, at);
  if (final) {
    complaint.repliedAt = at;
    complaint.replyMode = mode;
  }
  await fulfilOwed(ctx, ['COMPLAINT_REPLY'], ticket.id, at);
  if (ticket.nextReplyDueAt) await owePromisedReply(ctx, ticket, at, ticket.nextReplyDueAt);
  if (final) await oweCallback(ctx, ticket, at);
  const noteId = writeNote(ctx, ticket, { kind: final ? 'FINAL_REPLY' : 'INTERIM_REPLY', text, at });
  recordTicketEvent(ctx, ticket, {
    type: final ? 'COMPLAINT_REPLIED' : 'COMPLAINT_REPLIED_INTERIM',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId, mode, nextReplyDueAt: ticket.nextReplyDueAt?.toISOString() ?? null },
  });
  return { ticketId: ticket.id, version: ticket.version };
}

const earlier = (one: Date | null, other: Date): Date => (one !== null && one < other ? one : other);
