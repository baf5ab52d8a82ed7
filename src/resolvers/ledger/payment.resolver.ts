import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { entriesOfPayment } from '../../loaders/ledger/entries-of.js';
import { paymentById, type PaymentRow } from '../../loaders/ledger/payment-by-id.js';
import { paymentsPage } from '../../loaders/ledger/payments-page.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { LedgerEntryType } from '../../schema/ledger/ledger-entry.type.js';
import { PaymentConnection } from '../../schema/ledger/payment-connection.type.js';
import { PaymentFilterInput } from '../../schema/ledger/payment-filter.input.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from './amount-shown.js';

/** Payments: looking them up, and their edges. */
@Resolver(() => PaymentType)
export class PaymentResolver {
  @Query(() => PaymentConnection, {
    description:
      'Payments, the latest recorded first; residents see their own (D-30). Needs `fee.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  payments(
    @Arg('filter', () => PaymentFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: PaymentFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return paymentsPage(ctx, filter ?? {}, args);
  }

  @Query(() => PaymentType, {
    nullable: true,
    description: 'One payment. Needs `fee.read`. NOT_FOUND when it is unknown or not yours.',
  })
  payment(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('payment', paymentById(ctx).load(id));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The whole sum; null without `fee.amount`.' })
  amount(@Root() payment: PaymentRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, payment, payment.amountMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'What is left of it: paid ahead (预存), neither on a charge nor given back; null without `fee.amount`.',
  })
  unallocated(@Root() payment: PaymentRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, payment, payment.freeMinor);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: PaymentRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it was said to be for.' })
  unit(@Root() { unitId }: PaymentRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Who has paid; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: PaymentRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has recorded it; null for the program.' })
  recordedBy(@Root() { recordedBy }: PaymentRow, @Ctx() ctx: RequestContext) {
    return recordedBy === null ? null : staffById(ctx).load(recordedBy);
  }

  @FieldResolver(() => [LedgerEntryType], {
    description: 'What became of it, earliest first; the first 500 lines. What the channel kept is among them.',
  })
  entries(@Root() { id }: PaymentRow, @Ctx() ctx: RequestContext) {
    return entriesOfPayment(ctx).load(id);
  }
}
