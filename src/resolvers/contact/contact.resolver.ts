import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { contactById, contactsOfTicket, type ContactRow } from '../../loaders/contact/contact-by-id.js';
import { contactsPage } from '../../loaders/contact/contacts-page.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { ticketById, type TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { ContactConnection } from '../../schema/contact/contact-connection.type.js';
import { ContactFilterInput } from '../../schema/contact/contact-filter.input.js';
import { ContactType } from '../../schema/contact/contact.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { readsCallerWhole, wholeOrMasked } from '../people/whole-person.js';

/** The contact log: looking it up, its edges, and the masks over the caller. */
@Resolver(() => ContactType)
export class ContactResolver {
  @Query(() => ContactConnection, {
    description:
      'The contact log (来电来访记录) of the estates that the viewer reads, the latest first. Needs `contact.read`; searching by name or telephone also needs `customer.unmask`.',
  })
  contacts(
    @Arg('filter', () => ContactFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ContactFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return contactsPage(ctx, filter ?? {}, page);
  }

  @Query(() => ContactType, {
    nullable: true,
    description: 'One entry of the contact log. Needs `contact.read`. NOT_FOUND when it is unknown or not yours.',
  })
  contact(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('contact', contactById(ctx).load(id));
  }

  @FieldResolver(() => EstateType, { description: 'The estate that it belongs to.' })
  estate(@Root() contact: ContactRow, @Ctx() ctx: RequestContext) {
    return found('estate', estateById(ctx).load(contact.estateId));
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who received the customer.' })
  receivedBy(@Root() contact: ContactRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(contact.receivedById);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The caller's name; masked (`张*`) without `customer.unmask` or a grant in force (R-ORG-78).",
  })
  callerName(@Root() contact: ContactRow, @Ctx() ctx: RequestContext) {
    const { callerName } = contact;
    return callerName === null ? null : wholeOrMasked(readsCallerWhole(ctx, contact), callerName, maskName);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The caller's telephone; masked (`138****5678`) without `customer.unmask` or a grant in force (R-ORG-78).",
  })
  callerPhone(@Root() contact: ContactRow, @Ctx() ctx: RequestContext) {
    const { callerPhone } = contact;
    return callerPhone === null ? null : wholeOrMasked(readsCallerWhole(ctx, contact), callerPhone, maskPhone);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit, where it is known.' })
  unit(@Root() { unitId }: ContactRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: 'The customer, where it is known who called.' })
  customer(@Root() { customerId }: ContactRow, @Ctx() ctx: RequestContext) {
    return customerId === null ? null : customerById(ctx).load(customerId);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'What came of it, or what it was about.' })
  ticket(@Root() { ticketId }: ContactRow, @Ctx() ctx: RequestContext) {
    return ticketId === null ? null : ticketById(ctx).load(ticketId);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that it was passed on to; null where it went to the superior, or nowhere.',
  })
  department(@Root() { departmentId }: ContactRow, @Ctx() ctx: RequestContext) {
    return departmentId === null ? null : departmentById(ctx).load(departmentId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who was told when it was passed on (R-REC-12).' })
  escalatedTo(@Root() { escalatedToId }: ContactRow, @Ctx() ctx: RequestContext) {
    return escalatedToId === null ? null : staffById(ctx).load(escalatedToId);
  }
}

/** How often the customer has come to us about a ticket. */
@Resolver(() => TicketType)
export class TicketContactResolver {
  @FieldResolver(() => [ContactType], {
    nullable: true,
    description:
      'The entries of the contact log that point to it, earliest first (R-CMP-14). Null without `contact.read` on the estate.',
  })
  contacts(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'contact.read', ticket.estateId) ? contactsOfTicket(ctx).load(ticket.id) : null;
  }
}
