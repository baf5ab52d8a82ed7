import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { clockById } from '../../loaders/service-clock/clocks-of-ticket.js';
import type { PauseProposalRow } from '../../loaders/service-clock/pause-proposal-by-id.js';
import { ticketById } from '../../loaders/ticket/ticket-by-id.js';
import { ApprovalPayloadType } from '../../schema/approval/approval-payload.type.js';
import { ClockPauseProposalType } from '../../schema/service-clock/clock-pause-proposal.type.js';
import { ProposeClockPauseInput } from '../../schema/service-clock/propose-clock-pause.input.js';
import { ResubmitClockPauseInput } from '../../schema/service-clock/resubmit-clock-pause.input.js';
import { ServiceClockType } from '../../schema/service-clock/service-clock.type.js';
import { TicketType } from '../../schema/ticket/ticket.type.js';
import { proposeClockPause } from '../../services/service-clock/propose-clock-pause.js';
import { resubmitClockPause } from '../../services/service-clock/resubmit-clock-pause.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { isAbout } from '../ticket/is-about.js';

/** Pauses beyond the cap on their way to approval. */
@Resolver(() => ClockPauseProposalType)
export class ClockPauseProposalResolver {
  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Asks that a clock of a ticket stands still for longer than the cap allows (D-05); it does so from the approval on. Needs `clock.pause` on the estate.',
  })
  proposeClockPause(
    @Arg('input', () => ProposeClockPauseInput, { description: 'Which clock, why, and until when.' })
    input: ProposeClockPauseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, proposeClockPause, input);
  }

  @Mutation(() => ApprovalPayloadType, {
    nullable: true,
    description:
      'Asks again after it was sent back (Q-18). For who has prepared it; needs `clock.pause` on the estate.',
  })
  resubmitClockPause(
    @Arg('input', () => ResubmitClockPauseInput, { description: 'The wish as it stands now.' })
    input: ResubmitClockPauseInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, resubmitClockPause, input);
  }

  @FieldResolver(() => TicketType, { nullable: true, description: 'Its ticket; null when it is not in sight.' })
  ticket(@Root() { ticketId }: PauseProposalRow, @Ctx() ctx: RequestContext) {
    return ticketById(ctx).load(ticketId);
  }

  @FieldResolver(() => ServiceClockType, { nullable: true, description: 'The clock as it stands now.' })
  clock(@Root() { clockId }: PauseProposalRow, @Ctx() ctx: RequestContext) {
    return clockById(ctx).load(clockId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever proposes it; null for whom the complaint is about (D-16).',
  })
  async note(@Root() { ticketId, note }: PauseProposalRow, @Ctx() ctx: RequestContext) {
    const ticket = await ticketById(ctx).load(ticketId);
    return ticket === null || isAbout(ctx.asker, ticket) ? null : note;
  }
}
