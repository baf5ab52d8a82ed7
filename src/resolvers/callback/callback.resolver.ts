import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { callbacksOfTicket, type CallbackRow } from '../../loaders/callback/callbacks-of-ticket.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { CallbackType } from '../../schema/callback/callback.type.js';
import { RecordCallbackInput } from '../../schema/callback/record-callback.input.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { recordCallback } from '../../services/callback/record-callback.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Callbacks: recording them, and who called. */
@Resolver(() => CallbackType)
export class CallbackResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Records a try to call the customer back (R-CBK-01, R-RPR-13). Needs `ticket.callback` on the estate; never by who did the work (R-ORG-65).',
  })
  recordCallback(
    @Arg('input', () => RecordCallbackInput, { description: 'Which ticket, how, and what was said.' })
    input: RecordCallbackInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recordCallback, input);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who called; null where the viewer may not see.' })
  staff(@Root() callback: CallbackRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(callback.staffId);
  }
}

/** Where tickets show how their customers were called back. */
@Resolver(() => TicketType)
export class TicketCallbackResolver {
  @FieldResolver(() => [CallbackType], {
    description: 'Every try to call the customer back, earliest first (D-12); residents see none.',
  })
  callbacks(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? [] : callbacksOfTicket(ctx).load(ticket.id);
  }
}
