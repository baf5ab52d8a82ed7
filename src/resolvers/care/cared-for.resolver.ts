import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { careMarksOf } from '../../loaders/care/care-marks-of.js';
import type { CustomerRow } from '../../loaders/people/customer-by-id.js';
import type { UnitRow } from '../../loaders/place/unit-by-id.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { CareMarkType } from '../../schema/care/care-mark.type.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The marks in force of some of the ids; null where the viewer may not read marks on the estate. @rule D-15 */
async function marksOf(ctx: RequestContext, estateId: string, ...ids: readonly (string | null)[]) {
  if (!may(ctx.asker, 'care.read', estateId)) return null;
  const lists = await Promise.all(ids.filter((id) => id !== null).map((id) => careMarksOf(ctx).load(id)));
  return lists.flat();
}

/** Where units show who is looked after there. */
@Resolver(() => UnitType)
export class UnitCareResolver {
  @FieldResolver(() => [CareMarkType], {
    nullable: true,
    description: 'Care marks of the unit in force today (D-15). Null without `care.read` on the estate.',
  })
  careMarks(@Root() unit: UnitRow, @Ctx() ctx: RequestContext) {
    return marksOf(ctx, unit.estateId, unit.id);
  }
}

/** Where customers show why they are looked after. */
@Resolver(() => CustomerType)
export class CustomerCareResolver {
  @FieldResolver(() => [CareMarkType], {
    nullable: true,
    description: 'Care marks of the customer in force today (D-15). Null without `care.read` on the estate.',
  })
  careMarks(@Root() customer: CustomerRow, @Ctx() ctx: RequestContext) {
    return marksOf(ctx, customer.estateId, customer.id);
  }
}

/** What whoever takes a ticket, or goes to the door for it, should know. */
@Resolver(() => TicketType)
export class TicketCareResolver {
  @FieldResolver(() => [CareMarkType], {
    nullable: true,
    description:
      'Care marks of its unit and its customer in force today (D-15). Null without `care.read` on the estate.',
  })
  careMarks(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return marksOf(ctx, ticket.estateId, ticket.unitId, ticket.customerId);
  }
}
