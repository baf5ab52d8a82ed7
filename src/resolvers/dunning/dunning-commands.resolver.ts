import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { dunningCaseById } from '../../loaders/dunning/dunning-cases.js';
import { HoldDunningInput, ReleaseDunningHoldInput } from '../../schema/dunning/dunning-holds.input.js';
import { DunningPayloadType } from '../../schema/dunning/dunning-payload.type.js';
import {
  CallOffDunningVisitInput,
  OpenDunningInput,
  PlanDunningVisitInput,
  RecordDunningStepInput,
  SetDebtorReasonInput,
  WithdrawDunningInput,
} from '../../schema/dunning/dunning-steps.input.js';
import { callOffDunningVisit } from '../../services/dunning/call-off-dunning-visit.js';
import { holdDunning } from '../../services/dunning/hold-dunning.js';
import { openDunning } from '../../services/dunning/open-dunning.js';
import { planDunningVisit } from '../../services/dunning/plan-dunning-visit.js';
import { recordDunningStep } from '../../services/dunning/record-dunning-step.js';
import { releaseDunningHold } from '../../services/dunning/release-dunning-hold.js';
import { setDebtorReason } from '../../services/dunning/set-debtor-reason.js';
import { withdrawDunning } from '../../services/dunning/withdraw-dunning.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about debtors. */
@Resolver()
export class DunningCommandsResolver {
  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Begins to dun the payer of an overdue charge at once; the program does so every night (D-13). Needs `dunning.act` on the estate.',
  })
  async openDunning(
    @Arg('input', () => OpenDunningInput, { description: 'For which charge.' }) input: OpenDunningInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, openDunning, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Records what was done about a debtor, whatever its time and team: rules that it broke are flagged and counted (R-DUN-02 to -06, D-13). Needs `dunning.act` on the estate.',
  })
  async recordDunningStep(
    @Arg('input', () => RecordDunningStepInput, { description: 'What was done.' }) input: RecordDunningStepInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordDunningStep, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Plans a visit by a team of two, in the evening or at a weekend, two months after the deadline (R-DUN-04 to -06, R-DUN-18); planned again, the later word holds. Needs `dunning.act` on the estate.',
  })
  async planDunningVisit(
    @Arg('input', () => PlanDunningVisitInput, { description: 'When who goes.' }) input: PlanDunningVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, planDunningVisit, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description: 'Says that the visit that is ahead does not take place. Needs `dunning.act` on the estate.',
  })
  async callOffDunningVisit(
    @Arg('input', () => CallOffDunningVisitInput, { description: 'Of which case.' }) input: CallOffDunningVisitInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, callOffDunningVisit, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Stops dunning: disputed, complained about, promised or paid by instalments (D-13). Needs `dunning.act` on the estate, for instalments `dunning.lead`.',
  })
  async holdDunning(
    @Arg('input', () => HoldDunningInput, { description: 'What stops it.' }) input: HoldDunningInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, holdDunning, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description: 'Lets dunning go on (D-13). Needs `dunning.act` on the estate.',
  })
  async releaseDunningHold(
    @Arg('input', () => ReleaseDunningHoldInput, { description: 'Which hold is over.' }) input: ReleaseDunningHoldInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, releaseDunningHold, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Says why a debtor does not pay; who is abroad is telephoned and not visited (R-DUN-02). Needs `dunning.act` on the estate.',
  })
  async setDebtorReason(
    @Arg('input', () => SetDebtorReasonInput, { description: 'Which reason.' }) input: SetDebtorReasonInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, setDebtorReason, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }

  @Mutation(() => DunningPayloadType, {
    nullable: true,
    description:
      'Lets a debtor be: what has fallen due so far is not dunned for again, and stays owed. Needs `dunning.lead` on the estate.',
  })
  async withdrawDunning(
    @Arg('input', () => WithdrawDunningInput, { description: 'Whom, and why.' }) input: WithdrawDunningInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, withdrawDunning, input);
    return { ...done, case: await found('dunning case', dunningCaseById(ctx).load(done.caseId)) };
  }
}
