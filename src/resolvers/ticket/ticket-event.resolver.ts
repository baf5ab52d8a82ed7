import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { openTicketFeed, type TicketFeedArgs } from '../../events/ticket-feed.js';
import type { TicketEvent } from '../../events/ticket-event.js';
import { clockById } from '../../loaders/service-clock/clocks-of-ticket.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { TicketEventType } from '../../schema/event/ticket-event.type.js';
import { Cursor } from '../../schema/scalars.js';
import { ServiceClockType } from '../../schema/service-clock/service-clock.type.js';
import { TicketKindEnum } from '../../schema/ticket/ticket-kind.enum.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What happens to tickets: live, and the edges of an event. */
@Resolver(() => TicketEventType)
export class TicketEventResolver {
  @Subscription(() => TicketEventType, {
    subscribe: ({ args, context }) => openTicketFeed(context as RequestContext, args as TicketFeedArgs),
    description:
      'Changes of the tickets that the viewer may see, in commit order: those after `after`, then as they happen. Needs `ticket.read`. RESYNC_REQUIRED when `after` is too old or of another epoch.',
  })
  ticketEvents(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates only; NOT_FOUND for one not in reach.',
    })
    _estateIds: string[] | null,
    @Arg('kinds', () => [TicketKindEnum], { nullable: true, description: 'Of tickets of these kinds only.' })
    _kinds: TicketKind[] | null,
    @Arg('ticketIds', () => [ID], {
      nullable: true,
      description: 'Of these tickets only, at most 100; NOT_FOUND for one that the viewer may not read.',
    })
    _ticketIds: string[] | null,
    @Arg('after', () => Cursor, {
      nullable: true,
      description: 'The last cursor that the client has seen; absent: only what happens from now on.',
    })
    _after: string | null,
    @Root() event: TicketEvent,
  ) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: TicketEvent) {
    return { kind: event.actorKind, actorId: event.actorId };
  }

  @FieldResolver(() => TicketType, {
    nullable: true,
    description:
      'The ticket as read at or after the event: keep the higher version. Null when it is no longer yours: remove it.',
  })
  ticket(@Root() event: TicketEvent, @Ctx() ctx: RequestContext) {
    return ticketById(ctx).load(event.subjectId);
  }

  @FieldResolver(() => ServiceClockType, {
    nullable: true,
    description:
      'Of `clock.WARNED`, `clock.BREACHED` and the like: the clock, as read at or after the event. Null for all others.',
  })
  clock(@Root() { clockId }: TicketEvent, @Ctx() ctx: RequestContext) {
    return clockId === null ? null : clockById(ctx).load(clockId);
  }
}
