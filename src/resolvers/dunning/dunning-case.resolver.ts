import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { limitationDay } from '../../domain/dunning/document-service.js';
import { letterGround } from '../../domain/dunning/letter-ground.js';
import { servicesOfCase } from '../../loaders/dunning/document-services.js';
import { lettersOfCase } from '../../loaders/dunning/letter-lists.js';
import { dunningCaseById, dunningCasesPage, type DunningCaseRow } from '../../loaders/dunning/dunning-cases.js';
import { dunningFigures, type DunningFiguresRow } from '../../loaders/dunning/dunning-figures.js';
import { holdsOfCase } from '../../loaders/dunning/dunning-holds.js';
import { stepsOfCase } from '../../loaders/dunning/dunning-steps.js';
import { overdueOfCase } from '../../loaders/dunning/overdue-charges.js';
import { openObligationsOf } from '../../loaders/obligation/open-obligations-of.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { stewardsOfBuilding } from '../../loaders/people/stewards-of-building.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { policyBookOf } from '../../loaders/policy/policy-book-of.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { DunningCaseConnection } from '../../schema/dunning/dunning-case-connection.type.js';
import { DunningCaseFilterInput } from '../../schema/dunning/dunning-case-filter.input.js';
import { DunningCaseType } from '../../schema/dunning/dunning-case.type.js';
import { DocumentServiceType } from '../../schema/dunning/document-service.type.js';
import { LawyerLetterType } from '../../schema/dunning/letter-list.type.js';
import { LocalDate } from '../../schema/scalars.js';
import { DunningFiguresArgs } from '../../schema/dunning/dunning-figures.args.js';
import { DunningFiguresType } from '../../schema/dunning/dunning-figures.type.js';
import { DunningHoldType } from '../../schema/dunning/dunning-hold.type.js';
import { DunningStepType } from '../../schema/dunning/dunning-step.type.js';
import { LetterGroundEnum } from '../../schema/dunning/dunning.enums.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { ObligationType } from '../../schema/obligation/obligation.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { dunnableDays } from '../../tenancy/dunning/case-standing.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Dunning cases: looking them up, and their edges. */
@Resolver(() => DunningCaseType)
export class DunningCaseResolver {
  @Query(() => DunningCaseConnection, {
    description:
      'Dunning cases of the estates in reach, the latest opened first. Needs `dunning.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  dunningCases(
    @Arg('filter', () => DunningCaseFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: DunningCaseFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return dunningCasesPage(ctx, filter ?? {}, args);
  }

  @Query(() => DunningCaseType, {
    nullable: true,
    description: 'One dunning case. Needs `dunning.read`. NOT_FOUND when it is unknown or not yours.',
  })
  dunningCase(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('dunning case', dunningCaseById(ctx).load(id));
  }

  @Query(() => [DunningFiguresType], {
    description:
      'How estates have dunned in a period, by code: what was done, and which rules it broke (M-DUN-02, M-DUN-03). Needs `dunning.read`.',
  })
  dunningFigures(@Args(() => DunningFiguresArgs) args: DunningFiguresArgs, @Ctx() ctx: RequestContext) {
    return dunningFigures(ctx, args);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is overdue now, zero once it is closed; null without `fee.amount`.',
  })
  arrears(@Root() row: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, row, row.arrearsMinor);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether dunning is stopped for all that is overdue (D-13); no once it is closed.',
  })
  stopped(@Root() { closedAt, dunnable }: DunningCaseRow) {
    return closedAt === null && dunnable === '';
  }

  @FieldResolver(() => LetterGroundEnum, {
    nullable: true,
    description:
      'What entitles to a lawyer’s letter now (R-DUN-07): the company may send it and need not (R-DUN-08). Null where nothing does.',
  })
  async letterGround(@Root() row: DunningCaseRow, @Ctx() ctx: RequestContext) {
    const { today: day, estateId } = row;
    const book = await policyBookOf(ctx, estateId);
    const [months, visits] = [book.at('Q-12', { day, estateId }).value, book.at('Q-13', { day, estateId }).value];
    const [needs, afterYear] = [book.at('P-22', { day, estateId }).value, book.at('P-21', { day, estateId }).value];
    return letterGround({ ...row, dueDays: dunnableDays(row) }, { months, visits, needs, afterYear });
  }

  @FieldResolver(() => [ChargeType], {
    description: 'What it is about now: what is overdue, the oldest deadline first; the first 500 charges.',
  })
  charges(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return overdueOfCase(ctx).load(id);
  }

  @FieldResolver(() => [DunningStepType], {
    description: 'What was done, and the visit that is ahead, earliest first.',
  })
  steps(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return stepsOfCase(ctx).load(id);
  }

  @FieldResolver(() => [DunningHoldType], { description: 'What stops dunning, or has stopped it, earliest first.' })
  holds(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return holdsOfCase(ctx).load(id);
  }

  @FieldResolver(() => [ObligationType], {
    description: 'What is owed about it next, by whom and by when (R-DUN-02, R-DUN-04, D-09).',
  })
  owed(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return openObligationsOf(ctx).load(id);
  }

  @FieldResolver(() => [LawyerLetterType], { description: 'Lawyer’s letters that were proposed, earliest first.' })
  letters(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return lettersOfCase(ctx).load(id);
  }

  @FieldResolver(() => [DocumentServiceType], { description: 'What was tried to serve documents, earliest first.' })
  services(@Root() { id }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return servicesOfCase(ctx).load(id);
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      'The day from which the oldest claim is barred by limitation: by policy 3 years after its deadline, or after the last service since then (R-DUN-16, Q-39, D-09). Null once nothing is overdue.',
  })
  async limitationDay(@Root() row: DunningCaseRow, @Ctx() ctx: RequestContext) {
    const { today: day, estateId, overdueSince, sentOn, servedOn } = row;
    if (overdueSince === null) return null;
    const book = await policyBookOf(ctx, estateId);
    const { limitationFrom } = book.at('P-41', { day, estateId }).value;
    const last = [servedOn, limitationFrom === 'SENT' ? sentOn : null].filter((each) => each !== null).sort();
    return limitationDay(overdueSince, last.at(-1) ?? null, book.at('Q-39', { day, estateId }).value);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null where it concerns none.' })
  unit(@Root() { unitId }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'The debtor; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => [StaffType], { description: 'The stewards responsible for the building (R-ORG-33, R-FEE-05).' })
  async stewards(@Root() { unitId }: DunningCaseRow, @Ctx() ctx: RequestContext) {
    const unit = unitId === null ? null : await unitById(ctx).load(unitId);
    return unit ? stewardsOfBuilding(ctx).load(unit.buildingId) : [];
  }
}

/** Whose figures they are. */
@Resolver(() => DunningFiguresType)
export class DunningFiguresResolver {
  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: DunningFiguresRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }
}
