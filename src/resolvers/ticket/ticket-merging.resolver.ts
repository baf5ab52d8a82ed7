import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { callersOf } from '../../loaders/ticket/callers-of.js';
import { ticketById, type TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { HandOverTicketInput } from '../../schema/ticket/hand-over-ticket.input.js';
import { MergeTicketsInput } from '../../schema/ticket/merge-tickets.input.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { TransferTicketInput } from '../../schema/ticket/transfer-ticket.input.js';
import { UnmergeTicketInput } from '../../schema/ticket/unmerge-ticket.input.js';
import { handOverTicket } from '../../services/ticket/hand-over-ticket.js';
import { mergeTickets } from '../../services/ticket/merge-tickets.js';
import { transferTicket } from '../../services/ticket/transfer-ticket.js';
import { unmergeTicket } from '../../services/ticket/unmerge-ticket.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Tickets that are one work, and those that pass into other hands. */
@Resolver(() => TicketType)
export class TicketMergingResolver {
  @FieldResolver(() => TicketType, {
    nullable: true,
    description: 'The ticket that it has joined; null while it stands by itself, and where you may not read that one.',
  })
  mergedInto(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.mergedIntoId === null ? null : ticketById(ctx).load(ticket.mergedIntoId);
  }

  @FieldResolver(() => Int, {
    description:
      'Tickets that are one work with it, itself included: its callers (D-27); 1 where none has joined it. `tickets(filter: { mergedIntoId })` lists them.',
  })
  callers(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return callersOf(ctx).load(ticket.id);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Has tickets about one matter join the one that leads: one work, and each customer is told, answered and called back by themselves (R-DSP-03, R-CBK-01). The payload is the leading ticket. Needs `ticket.merge` on the estate.',
  })
  mergeTickets(
    @Arg('input', () => MergeTicketsInput, { description: 'Which tickets join which.' }) input: MergeTicketsInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, mergeTickets, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Has a ticket leave the one that it had joined: it stands again where it stood (R-DSP-03). Needs `ticket.merge` on the estate.',
  })
  unmergeTicket(
    @Arg('input', () => UnmergeTicketInput, { description: 'Which ticket, and why.' }) input: UnmergeTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, unmergeTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Passes a ticket on to another department, with the reason; nobody is in charge of it until somebody there takes it on, and no clock starts anew (D-19). Needs `ticket.assign` on the estate.',
  })
  transferTicket(
    @Arg('input', () => TransferTicketInput, { description: 'Which ticket, to whom, and why.' })
    input: TransferTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, transferTicket, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Puts a ticket into a colleague’s hands, as at the end of a shift: by whoever is in charge of it, or by the desk; it stays where it stands, and no clock starts anew (D-19). Repairs: `handOverRepair`. Needs `ticket.handOver` on the estate.',
  })
  handOverTicket(
    @Arg('input', () => HandOverTicketInput, { description: 'Which ticket, and to whom.' }) input: HandOverTicketInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, handOverTicket, input);
  }
}
