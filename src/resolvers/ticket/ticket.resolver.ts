import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import type { TicketOrder } from '../../domain/ticket/ticket-order.js';
import { categoryById } from '../../loaders/category/category-by-id.js';
import { attachmentsOfTicket } from '../../loaders/attachment/attachments.js';
import { clocksOfTicket } from '../../loaders/service-clock/clocks-of-ticket.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { departmentById } from '../../loaders/people/department-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { ticketById, type TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { ticketList } from '../../loaders/ticket/ticket-list.js';
import { ticketNotes } from '../../loaders/ticket/ticket-notes.js';
import { ticketTimeline } from '../../loaders/ticket/ticket-timeline.js';
import { TicketCategoryType } from '../../schema/category/ticket-category.type.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { TicketEventConnection } from '../../schema/event/ticket-event-connection.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { DepartmentType } from '../../schema/people/department.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { ServiceClockType } from '../../schema/service-clock/service-clock.type.js';
import { TicketConnection } from '../../schema/ticket/ticket-connection.type.js';
import { TicketFilterInput } from '../../schema/ticket/ticket-filter.input.js';
import { TicketNoteConnection } from '../../schema/ticket/ticket-note-connection.type.js';
import { TicketOrderEnum } from '../../schema/ticket/ticket-order.enum.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { readsContactWhole, wholeOrMasked } from '../people/whole-person.js';
import { isAbout } from './is-about.js';

/** Tickets of every kind: looking them up, and their edges. */
@Resolver(() => TicketType)
export class TicketResolver {
  @Query(() => TicketType, {
    nullable: true,
    description: 'One ticket. Needs `ticket.read`. NOT_FOUND when it is unknown or not yours.',
  })
  async ticket(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    const found = await ticketById(ctx).load(id);
    if (!found) throw notFound('ticket');
    return found;
  }

  @Query(() => TicketConnection, { description: 'The tickets that the viewer may read. Needs `ticket.read`.' })
  tickets(
    @Arg('filter', () => TicketFilterInput, { nullable: true, description: 'Which ones; all where nothing is said.' })
    filter: TicketFilterInput | null,
    @Arg('orderBy', () => TicketOrderEnum, { nullable: true, description: 'REPORTED_AT_DESC where nothing is said.' })
    orderBy: TicketOrder | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return ticketList(ctx, filter, orderBy, args);
  }

  @FieldResolver(() => EstateType, { description: 'The estate that it belongs to.' })
  estate(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(ticket.estateId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit; null for common areas, and for the member of staff whom it is about (D-16).',
  })
  unit(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.unitId === null || isAbout(ctx.asker, ticket) ? null : unitById(ctx).load(ticket.unitId);
  }

  @FieldResolver(() => DepartmentType, {
    nullable: true,
    description: 'The department that has it in hand (R-DSP-09, R-CMP-05); null before one has, and for residents.',
  })
  department(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.departmentId === null ? null : departmentById(ctx).load(ticket.departmentId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'Who is in charge of it: of a repair the technician; null before somebody is, and for residents.',
  })
  assignee(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.assigneeId === null ? null : staffById(ctx).load(ticket.assigneeId);
  }

  @FieldResolver(() => TicketCategoryType, {
    nullable: true,
    description: "What it is about, in the company's own tree; null until somebody has put it into a category.",
  })
  category(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.categoryId === null ? null : categoryById(ctx).load(ticket.categoryId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The customer whose matter it is; null for the member of staff whom it is about (D-16).',
  })
  customer(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ticket.customerId === null || isAbout(ctx.asker, ticket) ? null : customerById(ctx).load(ticket.customerId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of the person to ask for; masked (`张*`) without `customer.unmask` or a grant in force (R-ORG-78).',
  })
  contactName(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    const { contactName } = ticket;
    if (contactName === null || isAbout(ctx.asker, ticket)) return null;
    return wholeOrMasked(readsContactWhole(ctx, ticket), contactName, maskName);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Telephone of the person to ask for; masked (`138****5678`) without `customer.unmask` or a grant in force (R-ORG-78).',
  })
  contactPhone(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    const { contactPhone } = ticket;
    if (contactPhone === null || isAbout(ctx.asker, ticket)) return null;
    return wholeOrMasked(readsContactWhole(ctx, ticket), contactPhone, maskPhone);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was cancelled; null while it is not, and for residents.',
  })
  cancelReason(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : ticket.cancelReason;
  }

  @FieldResolver(() => TicketNoteConnection, {
    description: 'What was written on it, in the order of writing. Residents see what is meant for customers (D-30).',
  })
  notes(
    @Root() ticket: TicketRow,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 20 where nothing is said.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what stands behind this page cursor.' })
    after: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return ticketNotes(ctx, ticket.id, { first, after });
  }

  @FieldResolver(() => [AttachmentType], {
    description:
      'What is attached to it, oldest first, at most 100. Residents see what is meant for customers (D-30); the member of staff whom it is about sees nothing (D-16).',
  })
  attachments(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return isAbout(ctx.asker, ticket) ? [] : attachmentsOfTicket(ctx).load(ticket.id);
  }

  @FieldResolver(() => [ServiceClockType], {
    description: 'How long it may wait for its milestones, the earliest started first; for residents none (D-30).',
  })
  clocks(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? [] : clocksOfTicket(ctx).load(ticket.id);
  }

  @FieldResolver(() => TicketEventConnection, {
    description: 'What happened to it, in the order of recording. Residents see what is meant for customers (D-30).',
  })
  timeline(
    @Root() ticket: TicketRow,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1 to 100; 20 where nothing is said.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what stands behind this page cursor.' })
    after: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return ticketTimeline(ctx, ticket.id, { first, after });
  }
}
