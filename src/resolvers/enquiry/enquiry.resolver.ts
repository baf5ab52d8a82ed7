import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { EnquiryType } from '../../schema/enquiry/enquiry.type.js';
import { RecordEnquiryInput } from '../../schema/enquiry/record-enquiry.input.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { recordEnquiry } from '../../services/enquiry/record-enquiry.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Enquiries: their own verb; the others are those of all tickets. */
@Resolver(() => EnquiryType)
export class EnquiryResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Takes an enquiry down, answered at once where the desk could (R-REC-11). Needs `request.take` on the estate; residents ask for units that they hold.',
  })
  recordEnquiry(
    @Arg('input', () => RecordEnquiryInput, { description: 'What the customer wants to know.' })
    input: RecordEnquiryInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recordEnquiry, input);
  }
}
