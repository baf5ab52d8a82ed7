import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { PauseClockInput } from '../../schema/service-clock/pause-clock.input.js';
import { ResumeClockInput } from '../../schema/service-clock/resume-clock.input.js';
import { TicketPayloadType } from '../../schema/ticket/ticket-payload.type.js';
import { pauseClock } from '../../services/service-clock/pause-clock.js';
import { resumeClock } from '../../services/service-clock/resume-clock.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** What can be done to service clocks. */
@Resolver()
export class ClockVerbsResolver {
  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description:
      'Has a clock of a ticket stand still, for a reason that its milestone takes and within the cap of the policy D-05 (RULE_REFUSED D-05 with `latest` beyond it). Counted by who did it (D-27). Needs `clock.pause` on the estate.',
  })
  pauseClock(
    @Arg('input', () => PauseClockInput, { description: 'Which clock, why, and until when.' }) input: PauseClockInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, pauseClock, input);
  }

  @Mutation(() => TicketPayloadType, {
    nullable: true,
    description: 'Has a clock run again that stands still (D-05). Needs `clock.pause` on the estate.',
  })
  resumeClock(
    @Arg('input', () => ResumeClockInput, { description: 'Which clock.' }) input: ResumeClockInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, resumeClock, input);
  }
}
