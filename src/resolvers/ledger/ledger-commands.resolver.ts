import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { entryById } from '../../loaders/ledger/entries-of.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { AllocatePaymentInput } from '../../schema/ledger/allocate-payment.input.js';
import { LedgerEntryPayloadType } from '../../schema/ledger/ledger-entry-payload.type.js';
import { PaymentPayloadType } from '../../schema/ledger/payment-payload.type.js';
import { RecordPaymentInput } from '../../schema/ledger/record-payment.input.js';
import { ReverseEntryInput } from '../../schema/ledger/reverse-entry.input.js';
import { ReversePaymentInput } from '../../schema/ledger/reverse-payment.input.js';
import { allocatePayment } from '../../services/ledger/allocate-payment.js';
import { recordPayment } from '../../services/ledger/record-payment.js';
import { reverseEntry } from '../../services/ledger/reverse-entry.js';
import { reversePayment } from '../../services/ledger/reverse-payment.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about money that customers give. */
@Resolver()
export class LedgerCommandsResolver {
  @Mutation(() => PaymentPayloadType, {
    nullable: true,
    description:
      'Records money that a payer has given: it settles what the payer says, or what is open in the order of the policy; the rest is paid ahead (R-FEE-07, D-21). Needs `fee.collect` on the estate.',
  })
  async recordPayment(
    @Arg('input', () => RecordPaymentInput, { description: 'Who has paid what, and how.' }) input: RecordPaymentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordPayment, input);
    return { ...done, payment: await found('payment', paymentById(ctx).load(done.paymentId)) };
  }

  @Mutation(() => PaymentPayloadType, {
    nullable: true,
    description: 'Settles charges from what is left of a payment (R-FEE-11, D-21). Needs `fee.collect` on the estate.',
  })
  async allocatePayment(
    @Arg('input', () => AllocatePaymentInput, { description: 'Which payment, and what it settles.' })
    input: AllocatePaymentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, allocatePayment, input);
    return { ...done, payment: await found('payment', paymentById(ctx).load(done.paymentId)) };
  }

  @Mutation(() => PaymentPayloadType, {
    nullable: true,
    description:
      'Takes a payment back that was none: what it settled is open again (R-FEE-11). Not by whoever recorded it (D-18). Needs `fee.reverse` on the estate.',
  })
  async reversePayment(
    @Arg('input', () => ReversePaymentInput, { description: 'Which payment, and why.' }) input: ReversePaymentInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, reversePayment, input);
    return { ...done, payment: await found('payment', paymentById(ctx).load(done.paymentId)) };
  }

  @Mutation(() => LedgerEntryPayloadType, {
    nullable: true,
    description:
      'Takes one entry back by an entry the other way, which the payload shows; a reversal is not reversed (R-FEE-11). Needs `fee.reverse` on the estate.',
  })
  async reverseEntry(
    @Arg('input', () => ReverseEntryInput, { description: 'Which entry, and why.' }) input: ReverseEntryInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, reverseEntry, input);
    return { ...done, entry: await found('entry', entryById(ctx).load(done.entryId)) };
  }
}
