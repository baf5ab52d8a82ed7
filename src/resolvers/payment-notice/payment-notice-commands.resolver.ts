import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { noticeRunById } from '../../loaders/payment-notice/notice-runs.js';
import { paymentNoticeById } from '../../loaders/payment-notice/payment-notices.js';
import {
  PaymentNoticePayloadType,
  PaymentNoticeRunPayloadType,
  SealPaymentNoticesPayloadType,
} from '../../schema/payment-notice/payment-notice-payloads.type.js';
import {
  CancelPaymentNoticeRunInput,
  ConfirmPaymentNoticeRunInput,
  RecordNoticeDeliveryInput,
  ReplacePaymentNoticeInput,
  SealPaymentNoticesInput,
  StartPaymentNoticeRunInput,
  WithdrawPaymentNoticeInput,
} from '../../schema/payment-notice/payment-notice.inputs.js';
import { replacePaymentNotice, withdrawPaymentNotice } from '../../services/payment-notice/correct-payment-notice.js';
import { cancelNoticeRun, confirmNoticeRun } from '../../services/payment-notice/decide-notice-run.js';
import { recordNoticeDelivery } from '../../services/payment-notice/record-notice-delivery.js';
import { sealPaymentNotices } from '../../services/payment-notice/seal-payment-notices.js';
import { startNoticeRun } from '../../services/payment-notice/start-notice-run.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is said to drawings of notices, and to notices. */
@Resolver()
export class PaymentNoticeCommandsResolver {
  @Mutation(() => PaymentNoticeRunPayloadType, {
    nullable: true,
    description:
      "Begins to draw an estate's payment notices for a collection month: payers are counted first, and none is written until it is confirmed (R-FEE-03). Needs `fee.bill` on the estate.",
  })
  async startPaymentNoticeRun(
    @Arg('input', () => StartPaymentNoticeRunInput, { description: 'What is to be drawn.' })
    input: StartPaymentNoticeRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, startNoticeRun, input);
    return { ...done, run: await found('payment notice run', noticeRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => PaymentNoticeRunPayloadType, {
    nullable: true,
    description:
      'Has a run write what its preview has counted, from what is open then; a charge stands on one standing notice of a month. Needs `fee.bill` on the estate.',
  })
  async confirmPaymentNoticeRun(
    @Arg('input', () => ConfirmPaymentNoticeRunInput, { description: 'Which run.' })
    input: ConfirmPaymentNoticeRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, confirmNoticeRun, input);
    return { ...done, run: await found('payment notice run', noticeRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => PaymentNoticeRunPayloadType, {
    nullable: true,
    description: 'Calls a previewed run off; no notice was written. Needs `fee.bill` on the estate.',
  })
  async cancelPaymentNoticeRun(
    @Arg('input', () => CancelPaymentNoticeRunInput, { description: 'Which run.' }) input: CancelPaymentNoticeRunInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelNoticeRun, input);
    return { ...done, run: await found('payment notice run', noticeRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => SealPaymentNoticesPayloadType, {
    nullable: true,
    description:
      'Records that notices of a run bear the seal; then they are brought, and payers read them (R-NTC-12, R-FEE-04, P-40). Needs `fee.seal` on the estate.',
  })
  async sealPaymentNotices(
    @Arg('input', () => SealPaymentNoticesInput, { description: 'Which notices.' }) input: SealPaymentNoticesInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, sealPaymentNotices, input);
    return { ...done, run: await found('payment notice run', noticeRunById(ctx).load(done.runId)) };
  }

  @Mutation(() => PaymentNoticePayloadType, {
    nullable: true,
    description:
      'Records that a notice was signed for, left or refused, or that nobody was there: early, on time or late (R-FEE-03, Q-11). Needs `fee.deliver` on the estate.',
  })
  async recordNoticeDelivery(
    @Arg('input', () => RecordNoticeDeliveryInput, { description: 'What came of it.' })
    input: RecordNoticeDeliveryInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordNoticeDelivery, input);
    return { ...done, notice: await found('payment notice', paymentNoticeById(ctx).load(done.noticeId)) };
  }

  @Mutation(() => PaymentNoticePayloadType, {
    nullable: true,
    description:
      'Has a new notice take the place of one that is wrong, over what is open now, with a number of its own; the new one is returned. Needs `fee.bill` on the estate.',
  })
  async replacePaymentNotice(
    @Arg('input', () => ReplacePaymentNoticeInput, { description: 'Which notice.' }) input: ReplacePaymentNoticeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, replacePaymentNotice, input);
    return { ...done, notice: await found('payment notice', paymentNoticeById(ctx).load(done.noticeId)) };
  }

  @Mutation(() => PaymentNoticePayloadType, {
    nullable: true,
    description: 'Withdraws a notice that should not stand and has no successor. Needs `fee.bill` on the estate.',
  })
  async withdrawPaymentNotice(
    @Arg('input', () => WithdrawPaymentNoticeInput, { description: 'Which notice, and why.' })
    input: WithdrawPaymentNoticeInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, withdrawPaymentNotice, input);
    return { ...done, notice: await found('payment notice', paymentNoticeById(ctx).load(done.noticeId)) };
  }
}
