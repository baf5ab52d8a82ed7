import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ticketViewById, ticketViews } from '../../loaders/ticket/ticket-views.js';
import { ChangeTicketViewInput } from '../../schema/ticket/change-ticket-view.input.js';
import { DeleteTicketViewInput } from '../../schema/ticket/delete-ticket-view.input.js';
import { SaveTicketViewInput } from '../../schema/ticket/save-ticket-view.input.js';
import { TicketViewPayloadType } from '../../schema/ticket/ticket-view-payload.type.js';
import { TicketViewType } from '../../schema/ticket/ticket-view.type.js';
import { changeTicketView } from '../../services/ticket/change-ticket-view.js';
import { deleteTicketView } from '../../services/ticket/delete-ticket-view.js';
import { saveTicketView } from '../../services/ticket/save-ticket-view.js';
import type { TicketViewResult } from '../../services/ticket/steps/ticket-view.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** The lists of tickets that the viewer has named. */
@Resolver(() => TicketViewPayloadType)
export class TicketViewResolver {
  @Query(() => [TicketViewType], {
    description: 'The lists of tickets that you have named, by name. Nobody else sees them.',
  })
  ticketViews(@Ctx() ctx: RequestContext) {
    return ticketViews(ctx);
  }

  @Mutation(() => TicketViewPayloadType, {
    nullable: true,
    description: 'Names a list of tickets for you alone: what it shows, and in which order. At most 50 lists.',
  })
  saveTicketView(
    @Arg('input', () => SaveTicketViewInput, { description: 'The list and its name.' }) input: SaveTicketViewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, saveTicketView, input);
  }

  @Mutation(() => TicketViewPayloadType, {
    nullable: true,
    description: 'Gives one of your lists another name, filter or order.',
  })
  changeTicketView(
    @Arg('input', () => ChangeTicketViewInput, { description: 'Which, and what is to be otherwise.' })
    input: ChangeTicketViewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, changeTicketView, input);
  }

  @Mutation(() => TicketViewPayloadType, {
    nullable: true,
    description: 'Forgets one of your lists; its tickets stay.',
  })
  deleteTicketView(
    @Arg('input', () => DeleteTicketViewInput, { description: 'Which.' }) input: DeleteTicketViewInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, deleteTicketView, input);
  }

  @FieldResolver(() => TicketViewType, {
    nullable: true,
    description: 'The list as it stands now; null once forgotten.',
  })
  view(@Root() { viewId }: TicketViewResult, @Ctx() ctx: RequestContext) {
    return ticketViewById(ctx).load(viewId);
  }
}
