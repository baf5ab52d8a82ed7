import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { careMarksOf } from '../../loaders/care/care-marks-of.js';
import { callerOf, type CallerMatchRow, type CallerRow } from '../../loaders/contact/caller.js';
import { contactsFrom, openTicketsOfMatch, owedToMatch } from '../../loaders/contact/matters-of-caller.js';
import { visitsToMatch } from '../../loaders/owner-visit/visits-to-match.js';
import { CareMarkType } from '../../schema/care/care-mark.type.js';
import { CallerMatchType, CallerType } from '../../schema/contact/caller.type.js';
import { ContactType } from '../../schema/contact/contact.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { OwnerVisitType } from '../../schema/owner-visit/owner-visit.type.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { OccupancyType } from '../../schema/people/occupancy.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Who is on the telephone. */
@Resolver(() => CallerType)
export class CallerResolver {
  @Query(() => CallerType, {
    nullable: true,
    description:
      'Who may be on the telephone: the customers of an estate with that number, or whose number ends so, and what is open with them (R-REC-15). Needs `contact.read` on the estate, and `customer.unmask` there or a grant for the estate, since it looks behind the mask (R-ORG-78).',
  })
  caller(
    @Arg('estateId', () => ID, { description: 'The estate that is called.' }) estateId: string,
    @Arg('phone', () => String, { description: 'The number, however written, or at least its last four digits.' })
    phone: string,
    @Ctx() ctx: RequestContext,
  ) {
    return callerOf(ctx, estateId, phone);
  }

  @FieldResolver(() => [CallerMatchType], { description: 'The customers whose telephone it is, at most 20.' })
  matches(@Root() caller: CallerRow) {
    return caller.matches;
  }

  @FieldResolver(() => [ContactType], {
    description: 'The latest 10 entries of the contact log from this telephone, also of callers who are no customers.',
  })
  contacts(@Root() caller: CallerRow, @Ctx() ctx: RequestContext) {
    return contactsFrom(ctx, caller);
  }
}

/** What the desk should know of whom it recognises. */
@Resolver(() => CallerMatchType)
export class CallerMatchResolver {
  @FieldResolver(() => CustomerType, { description: 'Who it is.' })
  customer(@Root() match: CallerMatchRow) {
    return match.customer;
  }

  @FieldResolver(() => [OccupancyType], { description: 'What the customer holds today, and in what capacity.' })
  holds(@Root() { customer, occupants }: CallerMatchRow) {
    return occupants.filter(({ customerId }) => customerId === customer.id);
  }

  @FieldResolver(() => [OccupancyType], {
    description: 'Everybody who holds the same units today; at most 200 of all matches.',
  })
  occupants(@Root() match: CallerMatchRow) {
    return match.occupants;
  }

  @FieldResolver(() => [CareMarkType], {
    nullable: true,
    description:
      'Care marks of the customer and the units in force today (D-15). Null without `care.read` on the estate.',
  })
  async careMarks(@Root() { customer, occupants }: CallerMatchRow, @Ctx() ctx: RequestContext) {
    if (!may(ctx.asker, 'care.read', customer.estateId)) return null;
    const ids = [customer.id, ...new Set(occupants.map(({ unitId }) => unitId))];
    return (await Promise.all(ids.map((id) => careMarksOf(ctx).load(id)))).flat();
  }

  @FieldResolver(() => [TicketType], {
    nullable: true,
    description:
      'Tickets of the customer and the units that are not at their end, the latest first, at most 100; none that are about the viewer (D-16). Null without `ticket.read` on the estate.',
  })
  openTickets(@Root() match: CallerMatchRow, @Ctx() ctx: RequestContext) {
    return may(ctx.asker, 'ticket.read', match.customer.estateId) ? openTicketsOfMatch(ctx).load(match) : null;
  }

  @FieldResolver(() => [OwnerVisitType], {
    nullable: true,
    description:
      'Visits to the units: of each the last that took place and the next that is agreed, by their times (R-VIS-10, R-VIS-15). Null without `visit.read` on the estate.',
  })
  visits(@Root() match: CallerMatchRow, @Ctx() ctx: RequestContext) {
    return may(ctx.asker, 'visit.read', match.customer.estateId) ? visitsToMatch(ctx, match) : null;
  }

  @FieldResolver(() => [ObligationType], {
    nullable: true,
    description:
      'What is owed about the customer, the units and the open tickets, the first due first: promised replies, callbacks, checks. Null without `obligation.read` on the estate.',
  })
  obligations(@Root() match: CallerMatchRow, @Ctx() ctx: RequestContext) {
    return may(ctx.asker, 'obligation.read', match.customer.estateId) ? owedToMatch(ctx, match) : null;
  }
}
