import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openFeeFeed } from '../../events/fee-feed.js';
import type { SubjectEvent } from '../../events/subject-event.js';
import { billRunById } from '../../loaders/billing/bill-runs.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import { dunningCaseById } from '../../loaders/dunning/dunning-cases.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { batchById } from '../../loaders/withholding/withholding-batches.js';
import { noticeRunById } from '../../loaders/payment-notice/notice-runs.js';
import { paymentNoticeById } from '../../loaders/payment-notice/payment-notices.js';
import { BillRunType } from '../../schema/billing/bill-run.type.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { FeeEventType } from '../../schema/ledger/fee-event.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { DunningCaseType } from '../../schema/dunning/dunning-case.type.js';
import { PaymentNoticeRunType } from '../../schema/payment-notice/payment-notice-run.type.js';
import { PaymentNoticeType } from '../../schema/payment-notice/payment-notice.type.js';
import { WithholdingBatchType } from '../../schema/withholding/withholding.types.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { FeedSubscription } from '../event/feed-subscription.js';

/** What becomes of charges, payments and bill runs: live, and the edges of an event. */
@Resolver(() => FeeEventType)
export class FeeEventResolver {
  @FeedSubscription({
    type: () => FeeEventType,
    open: openFeeFeed,
    description:
      "What becomes of charges, payments, bill runs, payment notices, dunning cases and withholding batches on the viewer's estates, of a resident the own ones, in commit order: what happened after `after`, then as it happens. Needs `fee.read`.",
  })
  feeEvents(event: SubjectEvent) {
    return event;
  }

  @FieldResolver(() => ActorType, { nullable: true, description: 'Who did it.' })
  actor(@Root() event: SubjectEvent) {
    return actorOf(event);
  }

  @FieldResolver(() => ChargeType, {
    nullable: true,
    description:
      'The charge as read at or after the event: keep the higher version. Null when it is of something else.',
  })
  charge(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'charge' ? chargeById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => PaymentType, {
    nullable: true,
    description:
      'The payment as read at or after the event: keep the higher version; its entries say which charges have moved. Null when it is of something else.',
  })
  payment(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'payment' ? paymentById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => DunningCaseType, {
    nullable: true,
    description:
      'The dunning case as read at or after the event, for whoever holds `dunning.read`: keep the higher version. Null when it is of something else.',
  })
  dunningCase(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'dunningCase' ? dunningCaseById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => BillRunType, {
    nullable: true,
    description: 'The bill run, for whoever holds `fee.bill`. Null when it is of something else.',
  })
  billRun(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'billRun' ? billRunById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => WithholdingBatchType, {
    nullable: true,
    description:
      'The withholding batch as read at or after the event, for whoever holds `fee.bank`: keep the higher version; `states` says what the bank answered. Null when it is of something else.',
  })
  withholdingBatch(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'withholdingBatch' ? batchById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => PaymentNoticeType, {
    nullable: true,
    description:
      'The payment notice as read at or after the event: keep the higher version. Null when it is of something else.',
  })
  paymentNotice(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'paymentNotice' ? paymentNoticeById(ctx).load(subjectId) : null;
  }

  @FieldResolver(() => PaymentNoticeRunType, {
    nullable: true,
    description: 'The drawing of notices, for whoever holds `fee.read`. Null when it is of something else.',
  })
  paymentNoticeRun(@Root() { subjectKind, subjectId }: SubjectEvent, @Ctx() ctx: RequestContext) {
    return subjectKind === 'paymentNoticeRun' ? noticeRunById(ctx).load(subjectId) : null;
  }
}
