import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { chargeStateOf, isOverdue } from '../../domain/charge/charge-state.js';
import { localDay } from '../../domain/place/local-day.js';
import { chargeById, type ChargeRow } from '../../loaders/charge/charge-by-id.js';
import { chargesPage } from '../../loaders/charge/charges-page.js';
import { entriesOfCharge } from '../../loaders/ledger/entries-of.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { ChargeConnection } from '../../schema/charge/charge-connection.type.js';
import { ChargeFilterInput } from '../../schema/charge/charge-filter.input.js';
import { ChargeStateEnum } from '../../schema/charge/charge-state.enum.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { LedgerEntryType } from '../../schema/ledger/ledger-entry.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Charges: looking them up, and their edges. */
@Resolver(() => ChargeType)
export class ChargeResolver {
  @Query(() => ChargeConnection, {
    description:
      'Charges, the latest recorded first; residents see their own (D-30). Needs `fee.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  charges(
    @Arg('filter', () => ChargeFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ChargeFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return chargesPage(ctx, filter ?? {}, args);
  }

  @Query(() => ChargeType, {
    nullable: true,
    description: 'One charge. Needs `fee.read`. NOT_FOUND when it is unknown or not yours.',
  })
  charge(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('charge', chargeById(ctx).load(id));
  }

  @FieldResolver(() => ChargeStateEnum, { description: 'Where it stands now.' })
  state(@Root() charge: ChargeRow) {
    return chargeStateOf(charge);
  }

  @FieldResolver(() => Boolean, { description: 'Whether something is open and the deadline has passed.' })
  overdue(@Root() { openMinor, dueDay, timeZone }: ChargeRow, @Ctx() ctx: RequestContext) {
    return isOverdue(openMinor, dueDay, localDay(ctx.house.clock?.now() ?? new Date(), timeZone));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was billed; null without `fee.amount`.' })
  amount(@Root() charge: ChargeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, charge, charge.amountMinor);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is open of it now; null without `fee.amount`.' })
  open(@Root() charge: ChargeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, charge, charge.openMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What payments have settled of it, those taken back not counted; null without `fee.amount`.',
  })
  paid(@Root() charge: ChargeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, charge, charge.paidMinor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the payer reads beside it; null without `fee.amount`.',
  })
  note(@Root() charge: ChargeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, charge, 0) === null ? null : charge.note;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: ChargeRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit; null where it concerns none.' })
  unit(@Root() { unitId }: ChargeRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who owes it, whoever holds the unit now; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: ChargeRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => ChargeType, {
    nullable: true,
    description:
      'The charge of another payer that it has taken over, or for whose lateness it is; null where there is none, or it is not yours to see.',
  })
  origin(@Root() { originId }: ChargeRow, @Ctx() ctx: RequestContext) {
    return originId === null ? null : chargeById(ctx).load(originId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has raised it; null for the program.' })
  recordedBy(@Root() { recordedBy }: ChargeRow, @Ctx() ctx: RequestContext) {
    return recordedBy === null ? null : staffById(ctx).load(recordedBy);
  }

  @FieldResolver(() => [LedgerEntryType], { description: 'What stands on it, earliest first; the first 500 lines.' })
  entries(@Root() { id }: ChargeRow, @Ctx() ctx: RequestContext) {
    return entriesOfCharge(ctx).load(id);
  }
}
