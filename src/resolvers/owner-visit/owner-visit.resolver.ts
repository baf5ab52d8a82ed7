import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { itemsOfVisit, type VisitItemRow } from '../../loaders/owner-visit/items-of-visit.js';
import { visitById, type VisitRow } from '../../loaders/owner-visit/visit-by-id.js';
import { visitCycleById } from '../../loaders/owner-visit/visit-cycles.js';
import { visitsPage } from '../../loaders/owner-visit/visits-page.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { OwnerVisitFilterInput } from '../../schema/owner-visit/owner-visit-filter.input.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { OwnerVisitConnection } from '../../schema/owner-visit/visit-connections.type.js';
import { VisitCycleType } from '../../schema/owner-visit/visit-cycle.type.js';
import { VisitFlagsType } from '../../schema/owner-visit/visit-flags.type.js';
import { VisitItemType } from '../../schema/owner-visit/visit-item.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Visits to households: looking them up, and their edges. */
@Resolver(() => OwnerVisitType)
export class OwnerVisitResolver {
  @Query(() => OwnerVisitConnection, {
    description:
      'Visits to households, the latest drawn or entered first; residents see those to themselves that were agreed or took place (D-30). Needs `visit.read`.',
  })
  ownerVisits(
    @Arg('filter', () => OwnerVisitFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: OwnerVisitFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return visitsPage(ctx, filter ?? {}, args);
  }

  @Query(() => OwnerVisitType, {
    nullable: true,
    description: 'One visit. Needs `visit.read`. NOT_FOUND when it is unknown or not yours.',
  })
  ownerVisit(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('visit', visitById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: VisitRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The household.' })
  unit(@Root() { unitId }: VisitRow, @Ctx() ctx: RequestContext) {
    return unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'Who is visited; null where nobody is named.' })
  customer(@Root() { customerId }: VisitRow, @Ctx() ctx: RequestContext) {
    return customerId === null ? null : customerById(ctx).load(customerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who visits; null where nobody is named yet.' })
  visitor(@Root() { visitorId }: VisitRow, @Ctx() ctx: RequestContext) {
    return visitorId === null ? null : staffById(ctx).load(visitorId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has read the record (R-VIS-18).' })
  reviewedBy(@Root() { reviewedById }: VisitRow, @Ctx() ctx: RequestContext) {
    return reviewedById === null ? null : staffById(ctx).load(reviewedById);
  }

  @FieldResolver(() => VisitCycleType, { nullable: true, description: 'The cycle; null for residents.' })
  cycle(@Root() { cycleId }: VisitRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : visitCycleById(ctx).load(cycleId);
  }

  @FieldResolver(() => VisitFlagsType, {
    nullable: true,
    description: 'How it kept to the rules; null until it took place, and for residents.',
  })
  flags(@Root() visit: VisitRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' || visit.visitedAt === null ? null : visit;
  }

  @FieldResolver(() => [VisitItemType], { description: 'What was said, in the order of the record (R-VIS-15).' })
  items(@Root() { id }: VisitRow, @Ctx() ctx: RequestContext) {
    return itemsOfVisit(ctx).load(id);
  }
}

/** What came of what was said. */
@Resolver(() => VisitItemType)
export class VisitItemResolver {
  @FieldResolver(() => TicketType, {
    nullable: true,
    description:
      'The ticket that it became (R-VIS-18); null where it became none, and where the viewer may not see it.',
  })
  ticket(@Root() { ticketId }: VisitItemRow, @Ctx() ctx: RequestContext) {
    return ticketId === null ? null : ticketById(ctx).load(ticketId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who told the customer; null until somebody has.' })
  fedBackBy(@Root() { fedBackById }: VisitItemRow, @Ctx() ctx: RequestContext) {
    return fedBackById === null ? null : staffById(ctx).load(fedBackById);
  }
}
