import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { termsOfService } from '../../loaders/service/terms-of-service.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { DateTime } from '../../schema/scalars.js';
import { ConsentToServiceInput } from '../../schema/service/consent-to-service.input.js';
import { PerformServiceInput } from '../../schema/service/perform-service.input.js';
import { QuoteServiceInput } from '../../schema/service/quote-service.input.js';
import { RequestServiceInput } from '../../schema/service/request-service.input.js';
import { ServiceRequestType } from '../../schema/service/service-request.type.js';
import { ServiceTermsType } from '../../schema/service/service-terms.type.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { consentToService } from '../../services/service/consent-to-service.js';
import { performService } from '../../services/service/perform-service.js';
import { quoteService } from '../../services/service/quote-service.js';
import { requestService } from '../../services/service/request-service.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Service requests: their verbs and what only they have. */
@Resolver(() => ServiceRequestType)
export class ServiceRequestResolver {
  @FieldResolver(() => ServiceTermsType, {
    nullable: true,
    description: 'What it costs, and whether the customer agrees (R-DSP-13).',
  })
  terms(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return termsOfService(ctx).load(ticket.id);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When it was performed (R-DSP-04).' })
  performedAt(@Root() ticket: TicketRow) {
    return ticket.completedAt;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the customer was reached, wanted no callback or was given up as unreachable (R-CBK-07, D-12).',
  })
  calledBackAt(@Root() ticket: TicketRow) {
    return ticket.calledBackAt;
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Accepts a service request, with its price where it is known (R-DSP-08, R-DSP-13). Needs `request.take` on the estate; residents ask for units that they hold.',
  })
  requestService(
    @Arg('input', () => RequestServiceInput, { description: 'What is wanted, and on what terms.' })
    input: RequestServiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, requestService, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Names what a service costs, or that it is free; an agreement to another price is gone (R-DSP-13). Needs `service.quote` on the estate.',
  })
  quoteService(
    @Arg('input', () => QuoteServiceInput, { description: 'Which service, and its price.' }) input: QuoteServiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, quoteService, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Records that the customer agrees to the price, or does not (R-DSP-13). Needs `service.consent` on the estate; residents agree themselves.',
  })
  consentToService(
    @Arg('input', () => ConsentToServiceInput, { description: 'Which service, and what the customer says.' })
    input: ConsentToServiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, consentToService, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Records that a service was performed; only when it is free or its price is agreed to (R-DSP-13). Needs `service.perform` on the estate.',
  })
  performService(
    @Arg('input', () => PerformServiceInput, { description: 'Which service, and what was done.' })
    input: PerformServiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, performService, input);
  }
}
