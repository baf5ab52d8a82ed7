import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { approvalById } from '../../loaders/approval/approval-by-id.js';
import { contactById } from '../../loaders/contact/contact-by-id.js';
import { obligationById } from '../../loaders/obligation/obligation-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import type { WaitingRow } from '../../loaders/queue/waiting-row.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ApprovalType } from '../../schema/approval/approval.type.js';
import { ContactType } from '../../schema/contact/contact.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { WaitingType } from '../../schema/queue/waiting.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

type Row = WaitingRow<string>;

/** What something that waits is, and where. */
@Resolver(() => WaitingType)
export class WaitingResolver {
  @FieldResolver(() => EstateType, { nullable: true, description: "Its estate; null for the company's own." })
  estate(@Root() { estateId }: Row, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'The ticket that waits.' })
  ticket(@Root() { subjectKind, id }: Row, @Ctx() ctx: RequestContext) {
    return subjectKind === 'TICKET' ? ticketById(ctx).load(id) : null;
  }

  @FieldResolver(() => ContactType, { nullable: true, description: 'The entry of the contact log that waits.' })
  contact(@Root() { subjectKind, id }: Row, @Ctx() ctx: RequestContext) {
    return subjectKind === 'CONTACT' ? contactById(ctx).load(id) : null;
  }

  @FieldResolver(() => ApprovalType, { nullable: true, description: 'The approval that waits.' })
  approval(@Root() { subjectKind, id }: Row, @Ctx() ctx: RequestContext) {
    return subjectKind === 'APPROVAL' ? approvalById(ctx).load(id) : null;
  }

  @FieldResolver(() => ObligationType, { nullable: true, description: 'What is owed.' })
  obligation(@Root() { subjectKind, id }: Row, @Ctx() ctx: RequestContext) {
    return subjectKind === 'OBLIGATION' ? obligationById(ctx).load(id) : null;
  }
}
