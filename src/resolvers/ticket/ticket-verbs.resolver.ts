import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddTicketNoteInput } from '../../schema/ticket/add-ticket-note.input.js';
import { AnswerTicketInput } from '../../schema/ticket/answer-ticket.input.js';
import { AssignTicketInput } from '../../schema/ticket/assign-ticket.input.js';
import { CancelTicketInput } from '../../schema/ticket/cancel-ticket.input.js';
import { CloseTicketInput } from '../../schema/ticket/close-ticket.input.js';
import { DeclineTicketInput } from '../../schema/ticket/decline-ticket.input.js';
import { RecategorizeTicketInput } from '../../schema/ticket/recategorize-ticket.input.js';
import { ReopenTicketInput } from '../../schema/ticket/reopen-ticket.input.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { addTicketNote } from '../../services/ticket/add-ticket-note.js';
import { answerTicket } from '../../services/ticket/answer-ticket.js';
import { assignTicket } from '../../services/ticket/assign-ticket.js';
import { cancelTicket } from '../../services/ticket/cancel-ticket.js';
import { closeTicket } from '../../services/ticket/close-ticket.js';
import { declineTicket } from '../../services/ticket/decline-ticket.js';
import { recategorizeTicket } from '../../services/ticket/recategorize-ticket.js';
import { reopenTicket } from '../../services/ticket/reopen-ticket.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The verbs that tickets of every kind take. */
@Resolver()
export class TicketVerbsResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Answers an enquiry, or tells who has suggested something what comes of it; that ends the ticket (R-REC-11, R-DSP-17). Needs `ticket.answer` on the estate.',
  })
  answerTicket(
    @Arg('input', () => AnswerTicketInput, { description: 'Which ticket, and the answer.' }) input: AnswerTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, answerTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Calls a ticket off: a repair that nobody has accepted yet (R-RPR-01), a complaint that is not answered (R-CMP-04). Needs `ticket.cancel` on the estate; residents cancel their own.',
  })
  cancelTicket(
    @Arg('input', () => CancelTicketInput, { description: 'Which ticket, and why.' }) input: CancelTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, cancelTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Puts a ticket into the hands of a department, a person, or both; no clock starts anew (R-CMP-05, D-19). Needs `ticket.assign` on the estate.',
  })
  assignTicket(
    @Arg('input', () => AssignTicketInput, { description: 'Which ticket, and into whose hands.' })
    input: AssignTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, assignTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Ends a ticket outside the company’s service, with an explanation (R-DSP-12). Needs `ticket.decline` on the estate.',
  })
  declineTicket(
    @Arg('input', () => DeclineTicketInput, { description: 'Which ticket, and what the customer was told.' })
    input: DeclineTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, declineTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Closes and files a ticket (R-CMP-18); a complaint once it is answered as it must be (R-CMP-15, R-CBK-04), by a post that it is not about (D-16). Needs `ticket.close` on the estate.',
  })
  closeTicket(
    @Arg('input', () => CloseTicketInput, { description: 'Which ticket.' }) input: CloseTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, closeTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Opens a ticket again that was answered but not solved (R-CMP-24). Needs `ticket.reopen` on the estate; residents reopen their own.',
  })
  reopenTicket(
    @Arg('input', () => ReopenTicketInput, { description: 'Which ticket, and why.' }) input: ReopenTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, reopenTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Writes a note on a ticket of any kind and stage (R-CMP-26). Needs `ticket.note` on the estate; residents write on their own.',
  })
  addTicketNote(
    @Arg('input', () => AddTicketNoteInput, { description: 'Which ticket, and the note.' }) input: AddTicketNoteInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, addTicketNote, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Puts a ticket into another category, in any stage (R-ORG-05). Needs `ticket.recategorize` on the estate.',
  })
  recategorizeTicket(
    @Arg('input', () => RecategorizeTicketInput, { description: 'Which ticket, and into which category.' })
    input: RecategorizeTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recategorizeTicket, input);
  }
}
