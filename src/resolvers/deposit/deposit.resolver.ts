import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { deductionsOf, depositById, type DeductionRow, type DepositRow } from '../../loaders/deposit/deposit-by-id.js';
import { depositsPage } from '../../loaders/deposit/deposits-page.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { receiptsOfDeposit } from '../../loaders/receipt/receipt-by-id.js';
import { DepositConnection } from '../../schema/deposit/deposit-connection.type.js';
import { DepositDeductionType } from '../../schema/deposit/deposit-deduction.type.js';
import { DepositFilterInput } from '../../schema/deposit/deposit-filter.input.js';
import { DepositType } from '../../schema/deposit/deposit.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { ReceiptType } from '../../schema/receipt/receipt.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Deposits: looking them up, and their edges. */
@Resolver(() => DepositType)
export class DepositResolver {
  @Query(() => DepositConnection, {
    description:
      'Deposits, the latest first; residents see their own (D-30). Needs `deposit.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  deposits(
    @Arg('filter', () => DepositFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: DepositFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return depositsPage(ctx, filter ?? {}, args);
  }

  @Query(() => DepositType, {
    nullable: true,
    description: 'One deposit. Needs `deposit.read`. NOT_FOUND when it is unknown or not yours.',
  })
  deposit(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('deposit', depositById(ctx).load(id));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What was given; null without `fee.amount`.' })
  amount(@Root() deposit: DepositRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, deposit, deposit.amountMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is refunded, after what is kept back; null until it is settled, and without `fee.amount`.',
  })
  refund(@Root() deposit: DepositRow, @Ctx() ctx: RequestContext) {
    return deposit.refundMinor === null ? null : amountShown(ctx, deposit, deposit.refundMinor);
  }

  @FieldResolver(() => [DepositDeductionType], { description: 'What is kept back (R-DEP-05).' })
  deductions(@Root() { id }: DepositRow, @Ctx() ctx: RequestContext) {
    return deductionsOf(ctx).load(id);
  }

  @FieldResolver(() => [ReceiptType], {
    description: 'Its vouchers, the latest first: at most one stands. Empty where the viewer may not see vouchers.',
  })
  receipts(@Root() { id }: DepositRow, @Ctx() ctx: RequestContext) {
    return receiptsOfDeposit(ctx).load(id);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: DepositRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it is for.' })
  unit(@Root() { unitId }: DepositRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who has given it; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: DepositRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has taken it.' })
  collectedBy(@Root() { collectedById }: DepositRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(collectedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who found in order what it secures.' })
  acceptedBy(@Root() { acceptedById }: DepositRow, @Ctx() ctx: RequestContext) {
    return acceptedById === null ? null : staffById(ctx).load(acceptedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who said what is kept back.' })
  settledBy(@Root() { settledById }: DepositRow, @Ctx() ctx: RequestContext) {
    return settledById === null ? null : staffById(ctx).load(settledById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who authorised its refund.' })
  authorisedBy(@Root() { authorisedById }: DepositRow, @Ctx() ctx: RequestContext) {
    return authorisedById === null ? null : staffById(ctx).load(authorisedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has paid it out.' })
  refundedBy(@Root() { refundedById }: DepositRow, @Ctx() ctx: RequestContext) {
    return refundedById === null ? null : staffById(ctx).load(refundedById);
  }
}

/** The sum of what is kept back. */
@Resolver(() => DepositDeductionType)
export class DepositDeductionResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much; null without `fee.amount`.' })
  amount(@Root() deduction: DeductionRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, deduction, deduction.amountMinor);
  }
}
