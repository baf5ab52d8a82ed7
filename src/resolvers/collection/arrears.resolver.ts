import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { ageingBucketOf } from '../../domain/collection/ageing.js';
import type { AgeingTotal } from '../../loaders/collection/ageing-totals.js';
import { arrearsPage, type ArrearsRow } from '../../loaders/collection/arrears-page.js';
import { debtShares, type DebtShare } from '../../loaders/collection/debt-shares.js';
import { countsOfAges, openByAge, type OpenOfAge, type OpenRow } from '../../loaders/collection/open-by-age.js';
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
type Shown<S> = S & Pick<OpenRow, 'estateId' | 'currency'>;

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
    return openByAge(ctx, filter ?? {}, asOf);
  }

  @FieldResolver(() => [AgeingTotalType], { description: 'What is open by age: all four ages, also the empty ones.' })
  ages(@Root() { ages, ...row }: OpenRow): AgeOfRow[] {
    return ages.map((age) => ({ ...row, ...age }));
  }

  @FieldResolver(() => Int, {
    description:
      'Payers with something open for a unit, each unit by itself. Counted from the open charges: leave it out of portfolios.',
  })
  async households(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    return (await countsOfAges(ctx, row)).households;
  }

  @FieldResolver(() => Int, { description: 'Of them with something overdue.' })
  async overdueHouseholds(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    return (await countsOfAges(ctx, row)).overdueHouseholds;
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is open, due or not; null without `fee.amount`.',
  })
  owed(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, sum(row.ages));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is overdue; null without `fee.amount`.' })
  overdue(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, sum(overdue(row.ages)));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'Of what is open what is disputed, of whatever age (M-FEE-05, D-13); null without `fee.amount`.',
  })
  async disputed(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    const { ages } = await countsOfAges(ctx, row);
    return amountShown(
      ctx,
      row,
      ages.reduce((total, age) => total + age.disputedMinor, 0),
    );
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What is overdue for each household with something overdue, rounded to the cent; null where there is none, and without `fee.amount` (M-FEE-09).',
  })
  async overduePerHousehold(@Root() row: OpenRow, @Ctx() ctx: RequestContext) {
    const { overdueHouseholds } = await countsOfAges(ctx, row);
    if (overdueHouseholds === 0) return null;
    return amountShown(ctx, row, Math.round(sum(overdue(row.ages)) / overdueHouseholds));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: OpenRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}

/** One age of a row. */
type AgeOfRow = Omit<OpenRow, 'ages'> & OpenOfAge;
const countsOf = async (ctx: RequestContext, age: AgeOfRow): Promise<AgeingTotal | undefined> =>
  (await countsOfAges(ctx, age)).ages.find(({ bucket }) => bucket === age.bucket);

/** The amount of an age, and what is counted of it. */
@Resolver(() => AgeingTotalType)
export class AgeingTotalResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is open of it; null without `fee.amount`.' })
  open(@Root() age: AgeOfRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, age, age.openMinor);
  }

  @FieldResolver(() => Int, { description: 'Charges of this age with something open.' })
  async charges(@Root() age: AgeOfRow, @Ctx() ctx: RequestContext) {
    return (await countsOf(ctx, age))?.charges ?? 0;
  }

  @FieldResolver(() => Int, {
    description: 'Payers with something open of this age for a unit; one may stand in several.',
  })
  async households(@Root() age: AgeOfRow, @Ctx() ctx: RequestContext) {
    return (await countsOf(ctx, age))?.households ?? 0;
  }

  @FieldResolver(() => Int, { description: 'Of the charges those that are disputed (D-13).' })
  async disputedCharges(@Root() age: AgeOfRow, @Ctx() ctx: RequestContext) {
    return (await countsOf(ctx, age))?.disputedCharges ?? 0;
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'Of what is open what the debtor disputes: a dispute that stops dunning, not yet released (M-FEE-05, D-13); null without `fee.amount`.',
  })
  async disputed(@Root() age: AgeOfRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, age, (await countsOf(ctx, age))?.disputedMinor ?? 0);
  }
}
