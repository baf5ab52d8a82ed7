import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { DecideResponsibilityInput } from '../../schema/ticket/decide-responsibility.input.js';
import { PassToDeveloperInput } from '../../schema/ticket/pass-to-developer.input.js';
import { RecordDeveloperWorkInput } from '../../schema/ticket/record-developer-work.input.js';
import { RepairPayloadType } from '../../schema/ticket/repair-payload.type.js';
import { decideResponsibility } from '../../services/ticket/decide-responsibility.js';
import { passToDeveloper } from '../../services/ticket/pass-to-developer.js';
import { recordDeveloperWork } from '../../services/ticket/record-developer-work.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Who answers and pays for a repair, and what lies with the developer. */
@Resolver()
export class RepairResponsibilityResolver {
  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      'Says who answers and pays for a repair; earlier decisions stand in the timeline (D-05). Needs `repair.responsibility` on the estate.',
  })
  decideResponsibility(
    @Arg('input', () => DecideResponsibilityInput, { description: 'Which repair, who, and why.' })
    input: DecideResponsibilityInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, decideResponsibility, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description:
      "Passes the developer's part on; the order stays ours, and the desk chases it (D-05). Needs `repair.developer` on the estate.",
  })
  passToDeveloper(
    @Arg('input', () => PassToDeveloperInput, { description: 'Which repair, and by when.' })
    input: PassToDeveloperInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, passToDeveloper, input);
  }

  @Mutation(() => RepairPayloadType, {
    nullable: true,
    description: 'Records that the developer has done its part (D-05). Needs `repair.developer` on the estate.',
  })
  recordDeveloperWork(
    @Arg('input', () => RecordDeveloperWorkInput, { description: 'Which repair.' }) input: RecordDeveloperWorkInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, recordDeveloperWork, input);
  }
}
