import type { ReplyMode } from '../../domain/complaint/reply-mode.js';
import type { CommandContext } from '../command/command-context.js';
import { answer } from './steps/answer.js';
import { takeKindStep } from './steps/take-kind-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface AnswerTicket extends TicketStepInput {
  readonly mode: ReplyMode;
  readonly text: string;
}

/**
 * Answers an enquiry, or tells who has suggested something what comes of it; the answer ends the ticket. Needs
 * `ticket.answer` on the estate.
 * @rule R-REC-11 @rule R-DSP-17
 * @throws NOT_FOUND when it is neither enquiry nor suggestion
 * @throws RULE_REFUSED when it is at its end, and R-DSP-17 for a suggestion without a measure
 */
export async function answerTicket(ctx: CommandContext, input: AnswerTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeKindStep(ctx, input, ['ENQUIRY', 'SUGGESTION'], 'answer', 'ticket.answer');
  answer(ctx, ticket, at, input);
  return { ticketId: ticket.id, version: ticket.version };
}
