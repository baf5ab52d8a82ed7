import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { percentOf } from '../../domain/collection/collection-scope.js';
import { collectedFor, targetById, targetsOf, type TargetRow } from '../../loaders/collection/targets.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { CollectionTargetFilterInput } from '../../schema/collection/collection-scope.input.js';
import { CollectionTargetPayloadType, CollectionTargetType } from '../../schema/collection/collection-target.type.js';
import { SetCollectionTargetInput } from '../../schema/collection/set-collection-target.input.js';
import { AsOfArgs } from '../../schema/ledger/as-of.args.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal } from '../../schema/scalars.js';
import { setCollectionTarget } from '../../services/collection/set-collection-target.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** What is to be collected, and what was. */
@Resolver(() => CollectionTargetType)
export class CollectionTargetResolver {
  @Query(() => [CollectionTargetType], {
    description:
      'The targets of some months, in the version that was known on the day, with what was collected by the other (R-FEE-05, M-FEE-07). Needs `fee.report`; amounts need `fee.amount` (R-ORG-70).',
  })
  collectionTargets(
    @Arg('filter', () => CollectionTargetFilterInput, { description: 'Which.' }) filter: CollectionTargetFilterInput,
    @Args(() => AsOfArgs) asOf: AsOfArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return targetsOf(ctx, filter, asOf);
  }

  @Mutation(() => CollectionTargetPayloadType, {
    nullable: true,
    description:
      'Sets what a steward, or an estate, is to collect in some months; said again it is a new version (R-FEE-05, P-36). Needs `fee.target` on the estate.',
  })
  async setCollectionTarget(
    @Arg('input', () => SetCollectionTargetInput, { description: 'The target.' }) input: SetCollectionTargetInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, setCollectionTarget, input);
    return { ...done, target: { ...(await found('target', targetById(ctx).load(done.targetId))), asked: {} } };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The target; null without `fee.amount`.' })
  amount(@Root() target: TargetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, target, target.amountMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What payments have settled in its months, less what was taken back; null without `fee.amount`.',
  })
  async collected(@Root() target: TargetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, target, await collectedFor(ctx, target.asked).load(target.id));
  }

  @FieldResolver(() => Decimal, { description: 'Percent of the target that was collected, one decimal (M-FEE-07).' })
  async attained(@Root() target: TargetRow, @Ctx() ctx: RequestContext) {
    return percentOf(await collectedFor(ctx, target.asked).load(target.id), target.amountMinor);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: TargetRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'The steward; null for the target of the estate.' })
  steward(@Root() { stewardId }: TargetRow, @Ctx() ctx: RequestContext) {
    return stewardId === null ? null : staffById(ctx).load(stewardId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has set it.' })
  setBy(@Root() { setBy }: TargetRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(setBy);
  }
}
