import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { paymentById, type PaymentRow } from '../../loaders/ledger/payment-by-id.js';
import { refundById, refundsOfPayment, refundsPage, type RefundRow } from '../../loaders/ledger/payment-refunds.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { PaymentRefundFilterInput, PayRefundInput } from '../../schema/ledger/pay-refund.input.js';
import {
  PaymentRefundConnection,
  PaymentRefundPayloadType,
  PaymentRefundType,
} from '../../schema/ledger/payment-refund.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { payRefund } from '../../services/ledger/pay-refund.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from './amount-shown.js';

/** What is given back of payments. */
@Resolver(() => PaymentRefundType)
export class PaymentRefundResolver {
  @Query(() => PaymentRefundConnection, {
    description:
      'What is given back of payments, the longest waiting first; residents see their own (D-30). Needs `fee.read`.',
  })
  paymentRefunds(
    @Arg('filter', () => PaymentRefundFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: PaymentRefundFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return refundsPage(ctx, filter ?? {}, args);
  }

  @Mutation(() => PaymentRefundPayloadType, {
    nullable: true,
    description:
      'Pays out, in your shift, what was approved to be given back of a payment; cash only as far as the shift has taken it in, and never by who approved it (R-CSH-01, R-CSH-08, R-ORG-61). Needs `fee.collect` on the estate.',
  })
  async payRefund(
    @Arg('input', () => PayRefundInput, { description: 'Which, and how.' }) input: PayRefundInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, payRefund, input);
    return { ...done, refund: await found('refund', refundById(ctx).load(done.refundId)) };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much; null without `fee.amount`.' })
  amount(@Root() refund: RefundRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, refund, refund.amountMinor);
  }

  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment.' })
  payment(@Root() { paymentId }: RefundRow, @Ctx() ctx: RequestContext) {
    return paymentById(ctx).load(paymentId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has approved it; null without `staff.read`.' })
  authorisedBy(@Root() { authorisedById }: RefundRow, @Ctx() ctx: RequestContext) {
    return authorisedById === null ? null : staffById(ctx).load(authorisedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has paid it out; null without `staff.read`.' })
  paidBy(@Root() { paidById }: RefundRow, @Ctx() ctx: RequestContext) {
    return paidById === null ? null : staffById(ctx).load(paidById);
  }
}

/** What is given back of a payment. */
@Resolver(() => PaymentType)
export class RefundsOfPaymentResolver {
  @FieldResolver(() => [PaymentRefundType], { description: 'What is given back of it, in the order of approval.' })
  refunds(@Root() { id }: PaymentRow, @Ctx() ctx: RequestContext) {
    return refundsOfPayment(ctx).load(id);
  }
}
