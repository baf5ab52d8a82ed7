import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { correctiveActionById } from '../../loaders/corrective-action/corrective-action-by-id.js';
import { CancelCorrectiveActionInput } from '../../schema/corrective-action/cancel-corrective-action.input.js';
import { PlanCorrectiveActionInput } from '../../schema/corrective-action/plan-corrective-action.input.js';
import { RaiseCorrectiveActionInput } from '../../schema/corrective-action/raise-corrective-action.input.js';
import { ReopenCorrectiveActionInput } from '../../schema/corrective-action/reopen-corrective-action.input.js';
import { ReportCorrectiveActionDoneInput } from '../../schema/corrective-action/report-corrective-action-done.input.js';
import { VerifyCorrectiveActionInput } from '../../schema/corrective-action/verify-corrective-action.input.js';
import { CorrectiveActionPayloadType } from '../../schema/corrective-action/corrective-action-payload.type.js';
import { cancelCorrectiveAction } from '../../services/corrective-action/cancel-corrective-action.js';
import { planCorrectiveAction } from '../../services/corrective-action/plan-corrective-action.js';
import { raiseCorrectiveAction } from '../../services/corrective-action/raise-corrective-action.js';
import { reopenCorrectiveAction } from '../../services/corrective-action/reopen-corrective-action.js';
import { reportCorrectiveActionDone } from '../../services/corrective-action/report-corrective-action-done.js';
import { verifyCorrectiveAction } from '../../services/corrective-action/verify-corrective-action.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What changes about corrective actions. */
@Resolver()
export class CorrectiveActionCommandsResolver {
  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      "Says what is wrong, or could go wrong, and what shows it (R-CMP-20, R-SAT-04). Needs `correction.raise` on its estate, or on all for the company's own.",
  })
  async raiseCorrectiveAction(
    @Arg('input', () => RaiseCorrectiveActionInput, { description: 'What is wrong.' })
    input: RaiseCorrectiveActionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, raiseCorrectiveAction, input));
  }

  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      'Decides cause, measure, owner and due day; its owner owes it from then on. Planned again, the later word holds; a due day that has passed does not move (R-CMP-20). Needs `correction.plan` on its estate.',
  })
  async planCorrectiveAction(
    @Arg('input', () => PlanCorrectiveActionInput, { description: 'Which one, why, what, by whom and by when.' })
    input: PlanCorrectiveActionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, planCorrectiveAction, input));
  }

  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      'Says that it is done: its owner does, and nobody else (R-CMP-20). Needs `correction.perform` on its estate.',
  })
  async reportCorrectiveActionDone(
    @Arg('input', () => ReportCorrectiveActionDoneInput, { description: 'Which one, and what was done.' })
    input: ReportCorrectiveActionDoneInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, reportCorrectiveActionDone, input));
  }

  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      'Says that what was done holds: never its owner, nor whom the complaint behind it is about (R-ORG-25, R-ORG-68, D-16). Needs `correction.verify` on its estate.',
  })
  async verifyCorrectiveAction(
    @Arg('input', () => VerifyCorrectiveActionInput, { description: 'Which one, and what was seen.' })
    input: VerifyCorrectiveActionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, verifyCorrectiveAction, input));
  }

  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      'Has it done again by a new day, with a reason; counted (R-ORG-25). Needs `correction.verify` on its estate; never its owner (R-ORG-68).',
  })
  async reopenCorrectiveAction(
    @Arg('input', () => ReopenCorrectiveActionInput, { description: 'Which one, why, and by when again.' })
    input: ReopenCorrectiveActionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, reopenCorrectiveAction, input));
  }

  @Mutation(() => CorrectiveActionPayloadType, {
    nullable: true,
    description:
      'Calls it off before it is done, with a reason. Needs `correction.cancel` on its estate; never its owner (R-ORG-68).',
  })
  async cancelCorrectiveAction(
    @Arg('input', () => CancelCorrectiveActionInput, { description: 'Which one, and why.' })
    input: CancelCorrectiveActionInput,
    @Ctx() ctx: RequestContext,
  ) {
    return answer(ctx, await command(ctx, cancelCorrectiveAction, input));
  }
}

/** The action as it stands after a command. */
async function answer<D extends { readonly actionId: string }>(ctx: RequestContext, done: D) {
  const correctiveAction = await found('corrective action', correctiveActionById(ctx).load(done.actionId));
  return { ...done, correctiveAction };
}
