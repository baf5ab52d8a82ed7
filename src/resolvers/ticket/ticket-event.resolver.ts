import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { openTicketFeed } from '../../events/ticket-feed.js';
import type { TicketEvent } from '../../events/ticket-event.js';
import { clockById } from '../../loaders/service-clock/clocks-of-ticket.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { TicketEventType } from '../../schema/event/ticket-event.type.js';
import { ServiceClockType } from '../../schema/service-clock/service-clock.type.js';
import { TicketKindEnum } from '../../schema/ticket/ticket-kind.enum.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What happens to tickets: live, and the edges of an event. */
@Resolver(() => TicketEventType)
export class TicketEventResolver {
  @FeedSubscription({
    type: () => TicketEventType,
    open: openTicketFeed,
    description:
      'Changes of the tickets that the viewer may see, in commit order: those after `after`, then as they happen. Needs `ticket.read`.',
    more: {
      kinds: { of: () => TicketKindEnum, description: 'Of tickets of these kinds only.' },
      ticketIds: {
        of: () => ID,
        description: 'Of these tickets only, at most 100; NOT_FOUND for one that the viewer may not read.',
      },
    },
  })
  ticketEvents(event: TicketEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: TicketEvent) {
    return actorOf(event);
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
