import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { percentOf } from '../../domain/collection/collection-scope.js';
import { moneyOf } from '../../domain/money/money.js';
import { collectionFigures, householdsOf } from '../../loaders/collection/collection-figures.js';
import type { CollectionRow } from '../../loaders/collection/collection-row.js';
import { incomeFigures, type IncomeRow } from '../../loaders/collection/income-figures.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { CollectionFigureType, IncomeFigureType } from '../../schema/collection/collection-figure.type.js';
import { CollectionFilterInput, IncomeFilterInput } from '../../schema/collection/collection-scope.input.js';
import { AsOfArgs } from '../../schema/ledger/as-of.args.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { BuildingType } from '../../schema/place/building.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { Decimal } from '../../schema/scalars.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { amountShown } from '../ledger/amount-shown.js';

/** The amount of a figure: over several estates, for whoever may see the amounts of the whole company. @rule R-ORG-70 */
const shown = (ctx: RequestContext, { estateId, currency }: CollectionRow, minor: number) => {
  if (estateId !== null) return amountShown(ctx, { estateId, currency }, minor);
  return ctx.asker.actions.get('fee.amount') === 'ALL' ? moneyOf(minor, currency) : null;
};

/** What came in of what was charged. */
@Resolver(() => CollectionFigureType)
export class CollectionFigureResolver {
  @Query(() => [CollectionFigureType], {
    description:
      'What was charged for months and what came in of it at the end of a day, by what is told apart (M-FEE-01 to M-FEE-03); what is not due yet is on neither side. Needs `fee.report`; amounts need `fee.amount`, for sums over estates on the whole company (R-ORG-70).',
  })
  collection(
    @Arg('filter', () => CollectionFilterInput, { description: 'Of what, and what is told apart.' })
    filter: CollectionFilterInput,
    @Args(() => AsOfArgs) asOf: AsOfArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return collectionFigures(ctx, filter, asOf);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was charged, without what was let off.' })
  charged(@Root() row: CollectionRow, @Ctx() ctx: RequestContext) {
    return shown(ctx, row, row.chargedMinor);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What payments have settled of it.' })
  collected(@Root() row: CollectionRow, @Ctx() ctx: RequestContext) {
    return shown(ctx, row, row.collectedMinor);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'Percent of what was charged that was collected, one decimal: a ratio of sums; null where nothing was charged.',
  })
  rate(@Root() { collectedMinor, chargedMinor }: CollectionRow) {
    return percentOf(collectedMinor, chargedMinor);
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'Percent of the households that have paid all of it, one decimal; null where none was charged.',
  })
  async householdRate(@Root() row: CollectionRow, @Ctx() ctx: RequestContext) {
    const { paidHouseholds, households } = await householdsOf(ctx, row);
    return percentOf(paidHouseholds, households);
  }

  @FieldResolver(() => Int, {
    description:
      'Payers that were charged for a unit, each unit by itself. Reads every charge of the months: leave it out of portfolios.',
  })
  async households(@Root() row: CollectionRow, @Ctx() ctx: RequestContext) {
    return (await householdsOf(ctx, row)).households;
  }

  @FieldResolver(() => Int, { description: 'Of them with all of it paid; reads as they do.' })
  async paidHouseholds(@Root() row: CollectionRow, @Ctx() ctx: RequestContext) {
    return (await householdsOf(ctx, row)).paidHouseholds;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate, where estates are told apart.' })
  estate(@Root() { estateId }: CollectionRow, @Ctx() ctx: RequestContext) {
    return estateId === null ? null : estateById(ctx).load(estateId);
  }

  @FieldResolver(() => BuildingType, { nullable: true, description: 'The building, where buildings are told apart.' })
  building(@Root() { buildingId }: CollectionRow, @Ctx() ctx: RequestContext) {
    return buildingId === null ? null : buildingById(ctx).load(buildingId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'The steward, where stewards are told apart; null for units without one.',
  })
  steward(@Root() { stewardId }: CollectionRow, @Ctx() ctx: RequestContext) {
    return stewardId === null ? null : staffById(ctx).load(stewardId);
  }
}

/** What came in by method. */
@Resolver(() => IncomeFigureType)
export class IncomeFigureResolver {
  @Query(() => [IncomeFigureType], {
    description:
      'What came in by estate and method on some days (M-FEE-08). Needs `fee.report`; amounts need `fee.amount` (R-ORG-70).',
  })
  incomeByMethod(
    @Arg('filter', () => IncomeFilterInput, { description: 'Of which estates and days.' }) filter: IncomeFilterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return incomeFigures(ctx, filter);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What payers gave; null without `fee.amount`.' })
  received(@Root() row: IncomeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, row.receivedMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What channels kept of it; null without `fee.amount`.',
  })
  channelFees(@Root() row: IncomeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, row.channelFeesMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What reached the company; null without `fee.amount`.',
  })
  net(@Root() row: IncomeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, row.receivedMinor - row.channelFeesMinor);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: IncomeRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}
