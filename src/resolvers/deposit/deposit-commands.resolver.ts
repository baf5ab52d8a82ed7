import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { depositById } from '../../loaders/deposit/deposit-by-id.js';
import { AcceptDepositInput } from '../../schema/deposit/accept-deposit.input.js';
import { AuthoriseDepositRefundInput } from '../../schema/deposit/authorise-deposit-refund.input.js';
import { CancelDepositInput } from '../../schema/deposit/cancel-deposit.input.js';
import { CollectDepositInput } from '../../schema/deposit/collect-deposit.input.js';
import { DepositPayloadType } from '../../schema/deposit/deposit-payload.type.js';
import { RefundDepositInput } from '../../schema/deposit/refund-deposit.input.js';
import { SettleDepositInput } from '../../schema/deposit/settle-deposit.input.js';
import { acceptDeposit } from '../../services/deposit/accept-deposit.js';
import { authoriseDepositRefund } from '../../services/deposit/authorise-deposit-refund.js';
import { cancelDeposit } from '../../services/deposit/cancel-deposit.js';
import { collectDeposit } from '../../services/deposit/collect-deposit.js';
import { refundDeposit } from '../../services/deposit/refund-deposit.js';
import { settleDeposit } from '../../services/deposit/settle-deposit.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about deposits. */
@Resolver()
export class DepositCommandsResolver {
  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Takes a deposit (收取押金): it is held for who gave it, and no part of what that customer owes (R-CSH-07). Needs `deposit.collect` on the estate.',
  })
  async collectDeposit(
    @Arg('input', () => CollectDepositInput, { description: 'Who gives what, and for what.' })
    input: CollectDepositInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, collectDeposit, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }

  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Says that what a deposit secures was found in order: from that follows from when it may be settled and by when it is refunded (D-10, P-01). Needs `deposit.settle` on the estate.',
  })
  async acceptDeposit(
    @Arg('input', () => AcceptDepositInput, { description: 'Which deposit.' }) input: AcceptDepositInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, acceptDeposit, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }

  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Says what is kept back of a deposit; again, until its refund is authorised (R-DEP-05). Needs `deposit.settle` on the estate.',
  })
  async settleDeposit(
    @Arg('input', () => SettleDepositInput, { description: 'Which deposit, and what is kept back.' })
    input: SettleDepositInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, settleDeposit, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }

  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Gives notice that a settled deposit is refunded, by the post of P-15; not by who settled it (R-DEP-04, R-CSH-08). Needs `deposit.authorise` on the estate.',
  })
  async authoriseDepositRefund(
    @Arg('input', () => AuthoriseDepositRefundInput, { description: 'Which deposit, by which notice.' })
    input: AuthoriseDepositRefundInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, authoriseDepositRefund, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }

  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Pays a deposit out without interest, on notice, to who gave it, by the post of P-15; not by who authorised it (R-DEP-01, R-DEP-04). Needs `deposit.refund` on the estate.',
  })
  async refundDeposit(
    @Arg('input', () => RefundDepositInput, { description: 'Which deposit, to whom, and how.' })
    input: RefundDepositInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, refundDeposit, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }

  @Mutation(() => DepositPayloadType, {
    nullable: true,
    description:
      'Takes back a deposit that was none; not by who recorded it (D-18). Needs `fee.reverse` on the estate.',
  })
  async cancelDeposit(
    @Arg('input', () => CancelDepositInput, { description: 'Which deposit.' }) input: CancelDepositInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelDeposit, input);
    return { ...done, deposit: await found('deposit', depositById(ctx).load(done.depositId)) };
  }
}
