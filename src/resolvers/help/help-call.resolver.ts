import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { toldOfTicket } from '../../loaders/help/told-of-ticket.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import type { TicketRow } from '../../loaders/ticket/ticket-by-id.js';
import { ArriveAtHelpCallInput } from '../../schema/help/arrive-at-help-call.input.js';
import { CallForHelpInput } from '../../schema/help/call-for-help.input.js';
import { EndHelpCallInput } from '../../schema/help/end-help-call.input.js';
import { HelpCallType } from '../../schema/help/help-call.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { DateTime } from '../../schema/scalars.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { arriveAtHelpCall } from '../../services/help/arrive-at-help-call.js';
import { callForHelp } from '../../services/help/call-for-help.js';
import { endHelpCall } from '../../services/help/end-help-call.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Calls for help: their verbs and what only they have. */
@Resolver(() => HelpCallType)
export class HelpCallResolver {
  @FieldResolver(() => DateTime, { nullable: true, description: 'When who is on duty was told (R-EMG-02).' })
  alertedAt(@Root() ticket: TicketRow) {
    return ticket.forwardedAt;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When somebody first came (R-EMG-10).' })
  arrivedAt(@Root() ticket: TicketRow) {
    return ticket.startedAt;
  }

  @FieldResolver(() => [StaffType], {
    description: 'Who was told at once (R-EMG-02); residents see nobody (D-30).',
  })
  async told(@Root() ticket: TicketRow, @Ctx() ctx: RequestContext) {
    const told = await toldOfTicket(ctx).load(ticket.id);
    const staff = await staffById(ctx).loadMany(told.map(({ staffId }) => staffId));
    return staff.filter((each) => each !== null);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Takes a call for help down; who is on duty is told at once (R-EMG-11, R-EMG-02). Needs `help.call` on the estate; residents call for units that they hold.',
  })
  callForHelp(
    @Arg('input', () => CallForHelpInput, { description: 'What somebody needs help for, and where.' })
    input: CallForHelpInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, callForHelp, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Records that whoever asks has come to somebody who called for help (R-EMG-10). Needs `help.attend` on the estate.',
  })
  arriveAtHelpCall(
    @Arg('input', () => ArriveAtHelpCallInput, { description: 'Which call.' }) input: ArriveAtHelpCallInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, arriveAtHelpCall, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description: 'Ends a call for help with what was done. Needs `help.attend` on the estate.',
  })
  endHelpCall(
    @Arg('input', () => EndHelpCallInput, { description: 'Which call, and what was done.' }) input: EndHelpCallInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, endHelpCall, input);
  }
}
