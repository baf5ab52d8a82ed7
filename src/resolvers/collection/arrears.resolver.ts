import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ageingBucketOf } from '../../domain/collection/ageing.js';
import { ageingTotals, type AgeingRow, type AgeingTotal } from '../../loaders/collection/ageing-totals.js';
import { arrearsPage, type ArrearsRow } from '../../loaders/collection/arrears-page.js';
import { debtShares, type DebtShare } from '../../loaders/collection/debt-shares.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import {
  AgeingShareType,
  AgeingTotalType,
  ArrearsAgeingType,
  ArrearsConnection,
  ArrearsType,
} from '../../schema/collection/arrears.type.js';
import { ArrearsFilterInput, CollectionScopeInput } from '../../schema/collection/collection-scope.input.js';
import { AgeingBucketEnum } from '../../schema/collection/collection.enums.js';
import { AsOfArgs } from '../../schema/ledger/as-of.args.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { amountShown } from '../ledger/amount-shown.js';

const sum = (shares: readonly { readonly openMinor: number }[]): number =>
  shares.reduce((total, { openMinor }) => total + openMinor, 0);
const overdue = <S extends { readonly bucket: string }>(shares: readonly S[]): S[] =>
  shares.filter(({ bucket }) => bucket !== 'NOT_DUE');
/** A share with what says who may see its amount. */
type Shown<S> = S & Pick<AgeingRow, 'estateId' | 'currency'>;

/** Who owes, and since when. */
@Resolver(() => ArrearsType)
export class ArrearsResolver {
  @Query(() => ArrearsConnection, {
    description:
      'Who has something overdue at the end of a day, the oldest deadline first (R-FEE-09). Needs `fee.report`; amounts need `fee.amount` (R-ORG-70).',
  })
  arrears(
    @Arg('filter', () => ArrearsFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ArrearsFilterInput | null,
    @Args(() => AsOfArgs) asOf: AsOfArgs,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return arrearsPage(ctx, filter ?? {}, asOf, args);
  }

  @FieldResolver(() => AgeingBucketEnum, { description: 'The age of the oldest charge that is open.' })
  bucket(@Root() { oldestDueDay, on }: ArrearsRow) {
    return ageingBucketOf(oldestDueDay, on);
  }

  @FieldResolver(() => [AgeingShareType], { description: 'What is open by age: all four ages, also the empty ones.' })
  async ages(@Root() debt: ArrearsRow, @Ctx() ctx: RequestContext): Promise<Shown<DebtShare>[]> {
    const { estateId, currency } = debt;
    return (await debtShares(ctx, debt).load(debt)).map((share) => ({ ...share, estateId, currency }));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is overdue; null without `fee.amount`.' })
  async overdue(@Root() debt: ArrearsRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, debt, sum(overdue(await debtShares(ctx, debt).load(debt))));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is open, due or not; null without `fee.amount`.',
  })
  async owed(@Root() debt: ArrearsRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, debt, sum(await debtShares(ctx, debt).load(debt)));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: ArrearsRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null for what concerns none.' })
  unit(@Root() { unitId }: ArrearsRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who owes; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: ArrearsRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }
}

/** The amount of a share. */
@Resolver(() => AgeingShareType)
export class AgeingShareResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is open of it; null without `fee.amount`.' })
  open(@Root() share: Shown<DebtShare>, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, share, share.openMinor);
  }
}

/** What is open on estates, by age. */
@Resolver(() => ArrearsAgeingType)
export class ArrearsAgeingResolver {
  @Query(() => [ArrearsAgeingType], {
    description:
      'What is open by age at the end of a day, of all estates in scope at once (M-FEE-05); an estate where nothing is open has no line. Needs `fee.report`; amounts need `fee.amount` (R-ORG-70).',
  })
  arrearsAgeing(
    @Arg('filter', () => CollectionScopeInput, { nullable: true, description: 'Of what; all where nothing is said.' })
    filter: CollectionScopeInput | null,
    @Args(() => AsOfArgs) asOf: AsOfArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return ageingTotals(ctx, filter ?? {}, asOf);
  }

  @FieldResolver(() => [AgeingTotalType], { description: 'What is open by age: all four ages, also the empty ones.' })
  ages(@Root() { ages, estateId, currency }: AgeingRow): Shown<AgeingTotal>[] {
    return ages.map((age) => ({ ...age, estateId, currency }));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is open, due or not; null without `fee.amount`.',
  })
  owed(@Root() row: AgeingRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, sum(row.ages));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is overdue; null without `fee.amount`.' })
  overdue(@Root() row: AgeingRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, sum(overdue(row.ages)));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'Of what is open what is disputed, of whatever age (M-FEE-05, D-13); null without `fee.amount`.',
  })
  disputed(@Root() row: AgeingRow, @Ctx() ctx: RequestContext) {
    const disputedMinor = row.ages.reduce((total, age) => total + age.disputedMinor, 0);
    return amountShown(ctx, row, disputedMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What is overdue for each household with something overdue, rounded to the cent; null where there is none, and without `fee.amount` (M-FEE-09).',
  })
  overduePerHousehold(@Root() row: AgeingRow, @Ctx() ctx: RequestContext) {
    if (row.overdueHouseholds === 0) return null;
    return amountShown(ctx, row, Math.round(sum(overdue(row.ages)) / row.overdueHouseholds));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: AgeingRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}

/** The amount of an age. */
@Resolver(() => AgeingTotalType)
export class AgeingTotalResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is open of it; null without `fee.amount`.' })
  open(@Root() total: Shown<AgeingTotal>, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, total, total.openMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'Of what is open what the debtor disputes: a dispute that stops dunning, not yet released (M-FEE-05, D-13); null without `fee.amount`.',
  })
  disputed(@Root() total: Shown<AgeingTotal>, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, total, total.disputedMinor);
  }
}
