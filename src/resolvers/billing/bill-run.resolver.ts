import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  billRunById,
  billRunsPage,
  skipsOfRun,
  type BillRunRow,
  type BillSkipRow,
} from '../../loaders/billing/bill-runs.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import {
  CancelBillRunInput,
  ConfirmBillRunInput,
  StartBillRunInput,
} from '../../schema/billing/bill-run-steps.input.js';
import { BillRunType } from '../../schema/billing/bill-run.type.js';
import { BillSkipType } from '../../schema/billing/bill-skip.type.js';
import { BillRunConnection, BillSkipConnection } from '../../schema/billing/billing-connections.type.js';
import { BillRunPayloadType } from '../../schema/billing/billing-payloads.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { cancelBillRun, confirmBillRun } from '../../services/billing/decide-bill-run.js';
import { startBillRun } from '../../services/billing/start-bill-run.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Bill runs: how far they have come, and what is said to them. */
@Resolver(() => BillRunType)
export class BillRunResolver {
  @Query(() => BillRunConnection, { description: 'Bill runs, the latest first. Needs `fee.bill`.' })
  billRuns(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates; all in reach where none are named.',
    })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return billRunsPage(ctx, estateIds, args);
  }

  @Query(() => BillRunType, {
    nullable: true,
    description: 'One bill run. Needs `fee.bill`. NOT_FOUND when it is unknown or not yours.',
  })
  billRun(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('bill run', billRunById(ctx).load(id));
  }

  @Mutation(() => BillRunPayloadType, {
    nullable: true,
    description:
      'Begins to bill an estate for some months: every unit is counted first, and nobody is charged until it is confirmed (R-FEE-01). Needs `fee.bill` on the estate.',
  })
  async startBillRun(
    @Arg('input', () => StartBillRunInput, { description: 'What is to be billed.' }) input: StartBillRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, startBillRun, input);
    return { ...done, run: await found('bill run', billRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => BillRunPayloadType, {
    nullable: true,
    description:
      'Has a run charge what its preview has counted, from the facts that stand then; the same days are never charged twice (R-FEE-01). Needs `fee.bill` on the estate.',
  })
  async confirmBillRun(
    @Arg('input', () => ConfirmBillRunInput, { description: 'Which run.' }) input: ConfirmBillRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, confirmBillRun, input);
    return { ...done, run: await found('bill run', billRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => BillRunPayloadType, {
    nullable: true,
    description: 'Calls a previewed run off; nobody was charged. Needs `fee.bill` on the estate.',
  })
  async cancelBillRun(
    @Arg('input', () => CancelBillRunInput, { description: 'Which run.' }) input: CancelBillRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelBillRun, input);
    return { ...done, run: await found('bill run', billRunById(ctx).load(done.runId)) };
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What its charges amount to; null without `fee.amount`.',
  })
  amount(@Root() run: BillRunRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, run, run.amountMinor);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: BillRunRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has begun it.' })
  startedBy(@Root() { startedBy }: BillRunRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(startedBy);
  }

  @FieldResolver(() => BillSkipConnection, {
    description: 'What it has skipped and why, by unit; what it has charged are the `charges` of this `billRunId`.',
  })
  skips(
    @Root() { id }: BillRunRow,
    @Arg('unitId', () => ID, { nullable: true, description: 'Of this unit; of all where none is named.' })
    unitId: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return skipsOfRun(ctx, id, unitId, args);
  }
}

/** Which unit was skipped. */
@Resolver(() => BillSkipType)
export class BillSkipResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit.' })
  unit(@Root() { unitId }: BillSkipRow, @Ctx() ctx: RequestContext) {
    return unitById(ctx).load(unitId);
  }
}
