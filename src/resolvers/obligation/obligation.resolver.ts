import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { obligationById, type ObligationRow } from '../../loaders/obligation/obligation-by-id.js';
import { obligationCounts } from '../../loaders/obligation/obligation-counts.js';
import { obligationsPage } from '../../loaders/obligation/obligations-page.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ObligationConnection } from '../../schema/obligation/obligation-connection.type.js';
import { ObligationCountFilterInput } from '../../schema/obligation/obligation-count-filter.input.js';
import { ObligationCountType } from '../../schema/obligation/obligation-count.type.js';
import { ObligationFilterInput } from '../../schema/obligation/obligation-filter.input.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';

/** Obligations: looking them up, counting them, and their edges. */
@Resolver(() => ObligationType)
export class ObligationResolver {
  @Query(() => ObligationConnection, {
    description:
      "What is owed on the viewer's estates, and the company's own, the first due first. Needs `obligation.read`.",
  })
  obligations(
    @Arg('filter', () => ObligationFilterInput, {
      nullable: true,
      description: 'Which ones; all where nothing is said.',
    })
    filter: ObligationFilterInput | null,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 20 where nothing is said.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what stands behind this page cursor.' })
    after: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return obligationsPage(ctx, filter ?? {}, { first, after });
  }

  @Query(() => ObligationType, {
    nullable: true,
    description: 'One obligation. Needs `obligation.read`. NOT_FOUND when it is unknown or not yours.',
  })
  obligation(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('obligation', obligationById(ctx).load(id));
  }

  @Query(() => [ObligationCountType], {
    description:
      'How many obligations that fall due in a stretch of time stand how, by kind and state; completeness is fulfilled ÷ due. Needs `obligation.read`.',
  })
  obligationCounts(
    @Arg('filter', () => ObligationCountFilterInput, { description: 'Which ones.' })
    filter: ObligationCountFilterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return obligationCounts(ctx, filter);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: "On which estate; null for the company's own." })
  estate(@Root() { estateId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who owes it by name; null where a post does.' })
  owner(@Root() { ownerId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return ownerId === null ? null : staffById(ctx).load(ownerId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'Who said that it is done, or waived it; null while it is owed, and where the product did.',
  })
  settledBy(@Root() { settledById }: ObligationRow, @Ctx() ctx: RequestContext) {
    return settledById === null ? null : staffById(ctx).load(settledById);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket that it is about, where it is one.' })
  ticket(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'TICKET' ? ticketById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it is about, where it is one.' })
  unit(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'UNIT' ? unitById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer whom it is about, where it is one.' })
  customer(@Root() { subjectKind, subjectId }: ObligationRow, @Ctx() ctx: RequestContext) {
    return subjectKind === 'CUSTOMER' ? customerById(ctx).load(subjectId) : null;
  }
}
