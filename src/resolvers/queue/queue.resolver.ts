import { Arg, Args, Ctx, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { QueueReason } from '../../domain/queue/queue-reason.js';
import { attention } from '../../loaders/queue/attention.js';
import { ownQueue, ownQueueCounts } from '../../loaders/queue/own-queue.js';
import { openQueueFeed, type QueueFeedArgs } from '../../loaders/queue/queue-feed.js';
import { PageArgs } from '../../schema/page-args.js';
import { AttentionItemType } from '../../schema/queue/attention-item.type.js';
import { QueueCountType } from '../../schema/queue/queue-count.type.js';
import { QueueCountsType } from '../../schema/queue/queue-counts.type.js';
import { QueueItemConnection } from '../../schema/queue/queue-item-connection.type.js';
import { QueueReasonEnum } from '../../schema/queue/queue-reason.enum.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What waits for the viewer, and what burns. */
@Resolver()
export class QueueResolver {
  @Query(() => QueueItemConnection, {
    description:
      'What waits for the viewer, in the order of when it is or was due, and where nothing is due of when it came; of each reason the 500 that wait longest. Needs `obligation.read`, and shows what the viewer may read.',
  })
  myQueue(
    @Arg('reasons', () => [QueueReasonEnum], { nullable: true, description: 'For these reasons only.' })
    reasons: QueueReason[] | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return ownQueue(ctx, reasons, page);
  }

  @Query(() => [QueueCountType], {
    description: 'How many things wait for the viewer, by reason, zeros included. Needs `obligation.read`.',
  })
  myQueueCounts(
    @Arg('reasons', () => [QueueReasonEnum], { nullable: true, description: 'For these reasons only.' })
    reasons: QueueReason[] | null,
    @Ctx() ctx: RequestContext,
  ) {
    return ownQueueCounts(ctx, reasons);
  }

  @Subscription(() => QueueCountsType, {
    subscribe: ({ args, context }) => openQueueFeed(context as RequestContext, args as QueueFeedArgs),
    description:
      "How many things wait for the viewer: at once, then whenever that has changed, never the same twice. Read again after events that may change it: of the viewer's estates and the company. Needs `obligation.read`.",
  })
  myQueueChanges(
    @Arg('reasons', () => [QueueReasonEnum], { nullable: true, description: 'For these reasons only.' })
    _reasons: QueueReason[] | null,
    @Arg('everyMs', () => Int, {
      defaultValue: 2_000,
      description: 'Milliseconds between two beats, 250 to 60,000: in a beat it is told once at most.',
    })
    _everyMs: number,
    @Root() counts: QueueCountsType,
  ) {
    return counts;
  }

  @Query(() => [AttentionItemType], {
    description:
      'What burns now: the oldest of each reason first, the gravest reason before the others, then the next oldest (D-26). Needs `obligation.read`, and shows what the viewer may read.',
  })
  attention(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description:
        "On these estates, at most 1000; without it on all that the viewer reads, the company's own matters included.",
    })
    estateIds: string[] | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 20 where nothing is said.' })
    first: number | null,
    @Ctx() ctx: RequestContext,
  ) {
    return attention(ctx, estateIds, first);
  }
}
