import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openInspectionFeed, type InspectionEvent } from '../../events/inspection-feed.js';
import { inspectionById, inspectionsOfRound } from '../../loaders/inspection/inspections.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { InspectionEventType } from '../../schema/inspection/inspection-event.type.js';
import { InspectionType } from '../../schema/inspection/inspection.type.js';
import { LocalDate } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of inspections: live, and the edges of an event. */
@Resolver(() => InspectionEventType)
export class InspectionEventResolver {
  @FeedSubscription({
    type: () => InspectionEventType,
    open: openInspectionFeed,
    description:
      "What becomes of inspections on the viewer's estates, in commit order: what happened after `after`, then as it happens. Estates hear of days that are announced and of what is published; whoever carries inspections out hears of everything, where no estates are named (D-27). Needs `inspection.read`.",
  })
  inspectionEvents(event: InspectionEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: InspectionEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'Of `inspection.ANNOUNCED`: the day. Null otherwise.',
  })
  onDay(@Root() { onDay }: InspectionEvent) {
    return onDay;
  }

  @FieldResolver(() => [InspectionType], {
    description:
      'The inspection, or those of the round, as read at or after the event: keep the higher version. Only what is yours: none for an estate that was told a day.',
  })
  async inspections(@Root() { subjectKind, subjectId }: InspectionEvent, @Ctx() ctx: RequestContext) {
    if (subjectKind === 'inspectionRound') return inspectionsOfRound(ctx).load(subjectId);
    const inspection = await inspectionById(ctx).load(subjectId);
    return inspection ? [inspection] : [];
  }
}
