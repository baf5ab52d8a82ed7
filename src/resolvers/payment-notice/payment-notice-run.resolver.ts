import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  noticeCountsOf,
  noticeRunById,
  noticeRunsPage,
  type NoticeRunRow,
} from '../../loaders/payment-notice/notice-runs.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { PaymentNoticeRunConnection } from '../../schema/payment-notice/payment-notice-payloads.type.js';
import { PaymentNoticeCountsType, PaymentNoticeRunType } from '../../schema/payment-notice/payment-notice-run.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

const NONE = { toSeal: 0, toBring: 0, delivered: 0, refused: 0, early: 0, onTime: 0, late: 0, ended: 0 };

/** The drawing of notices: how far it has come, and how its notices stand. */
@Resolver(() => PaymentNoticeRunType)
export class PaymentNoticeRunResolver {
  @Query(() => PaymentNoticeRunConnection, {
    description: 'Drawings of payment notices, the latest first. Needs `fee.read`.',
  })
  paymentNoticeRuns(
    @Arg('estateIds', () => [ID], {
      nullable: true,
      description: 'Of these estates; all in reach where none are named.',
    })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return noticeRunsPage(ctx, estateIds, args);
  }

  @Query(() => PaymentNoticeRunType, {
    nullable: true,
    description: 'One drawing of payment notices. Needs `fee.read`. NOT_FOUND when it is unknown or not yours.',
  })
  paymentNoticeRun(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('payment notice run', noticeRunById(ctx).load(id));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "What its notices ask for in the estate's currency; null without `fee.amount`.",
  })
  amount(@Root() run: NoticeRunRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, run, run.amountMinor);
  }

  @FieldResolver(() => PaymentNoticeCountsType, { description: 'How its notices stand now.' })
  async counts(@Root() { id }: NoticeRunRow, @Ctx() ctx: RequestContext) {
    return (await noticeCountsOf(ctx).load(id)) ?? NONE;
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: NoticeRunRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has begun it.' })
  startedBy(@Root() { startedBy }: NoticeRunRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(startedBy);
  }
}
