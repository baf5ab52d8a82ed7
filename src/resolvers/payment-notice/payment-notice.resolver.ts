import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { attachmentsOfNotice } from '../../loaders/attachment/attachments.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import {
  deliveriesOfNotice,
  linesOfNotice,
  type NoticeDeliveryRow,
  type NoticeLineRow,
} from '../../loaders/payment-notice/notice-parts.js';
import { noticeRunById } from '../../loaders/payment-notice/notice-runs.js';
import {
  noticeRoundPage,
  paymentNoticeById,
  paymentNoticesPage,
  successorOf,
  type PaymentNoticeRow,
} from '../../loaders/payment-notice/payment-notices.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { ChargeType } from '../../schema/charge/charge.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { PaymentNoticeConnection } from '../../schema/payment-notice/payment-notice-payloads.type.js';
import { PaymentNoticeRunType } from '../../schema/payment-notice/payment-notice-run.type.js';
import { PaymentNoticeFilterInput } from '../../schema/payment-notice/payment-notice.inputs.js';
import {
  NoticeDeliveryType,
  PaymentNoticeLineType,
  PaymentNoticeType,
} from '../../schema/payment-notice/payment-notice.type.js';
import { CustomerType } from '../../schema/people/customer.type.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { UnitType } from '../../schema/place/unit.type.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { formLink } from '../form/form-link.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Payment notices: looking them up, and their edges. */
@Resolver(() => PaymentNoticeType)
export class PaymentNoticeResolver {
  @Query(() => PaymentNoticeConnection, {
    description:
      'Payment notices, the latest drawn first; residents see their own once sealed (D-30). Needs `fee.read`; amounts need `fee.amount` (R-ORG-70).',
  })
  paymentNotices(
    @Arg('filter', () => PaymentNoticeFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: PaymentNoticeFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return paymentNoticesPage(ctx, filter ?? {}, args);
  }

  @Query(() => PaymentNoticeType, {
    nullable: true,
    description: 'One payment notice. Needs `fee.read`. NOT_FOUND when it is unknown or not yours.',
  })
  paymentNotice(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('payment notice', paymentNoticeById(ctx).load(id));
  }

  @Query(() => PaymentNoticeConnection, {
    description:
      "A steward's round: the notices of an estate still to be brought that are the steward's by name or nobody's, by building and unit (R-NTC-12, R-ORG-33). Needs `fee.deliver`.",
  })
  paymentNoticeRound(
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Arg('stewardId', () => ID, { nullable: true, description: 'Whose round; the viewer’s where nobody is named.' })
    stewardId: string | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return noticeRoundPage(ctx, { estateId, stewardId: stewardId ?? ctx.asker.subjectId }, args);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What falls due in the month; null without `fee.amount`.',
  })
  current(@Root() notice: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, notice, notice.currentMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What is overdue beside it; null without `fee.amount`.',
  })
  arrears(@Root() notice: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, notice, notice.arrearsMinor);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Both together; null without `fee.amount`.' })
  total(@Root() notice: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, notice, notice.currentMinor + notice.arrearsMinor);
  }

  @FieldResolver(() => PrintedFormType, {
    description: 'The notice (缴费通知) on paper, with places for the seal and who receives it (R-FEE-04).',
  })
  printedForm(
    @Root() notice: PaymentNoticeRow,
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'ZH_CN where nothing is said.' })
    language: FormLanguage | null,
    @Ctx() ctx: RequestContext,
  ) {
    return formLink(ctx, 'PAYMENT_NOTICE', notice.id, language);
  }

  @FieldResolver(() => [PaymentNoticeLineType], { description: 'What it asks for, by deadline.' })
  lines(@Root() { id }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return linesOfNotice(ctx).load(id);
  }

  @FieldResolver(() => [NoticeDeliveryType], { description: 'The attempts to bring it, earliest first.' })
  deliveries(@Root() { id }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return deliveriesOfNotice(ctx).load(id);
  }

  @FieldResolver(() => [AttachmentType], {
    description:
      'What proves that it was brought (R-DUN-12): the paper that was signed, a photo, at most 100; none for residents. Attach with `requestUpload`.',
  })
  attachments(@Root() { id }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return attachmentsOfNotice(ctx).load(id);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => UnitType, {
    nullable: true,
    description: 'The unit; null where it is over all of the payer, or none.',
  })
  unit(@Root() { unitId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }

  @FieldResolver(() => CustomerType, {
    nullable: true,
    description: 'Whom it asks; null where the viewer sees no customers.',
  })
  payer(@Root() { payerId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return customerById(ctx).load(payerId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'The steward who brings it; null: whoever holds the post.',
  })
  steward(@Root() { stewardId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return stewardId === null ? null : staffById(ctx).load(stewardId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has sealed it.' })
  sealedBy(@Root() { sealedBy }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return sealedBy === null ? null : staffById(ctx).load(sealedBy);
  }

  @FieldResolver(() => PaymentNoticeRunType, {
    nullable: true,
    description: 'The run that has drawn it; null for residents.',
  })
  run(@Root() { runId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return noticeRunById(ctx).load(runId);
  }

  @FieldResolver(() => PaymentNoticeType, { nullable: true, description: 'The notice whose place it takes.' })
  replaces(@Root() { replacesId }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return replacesId === null ? null : paymentNoticeById(ctx).load(replacesId);
  }

  @FieldResolver(() => PaymentNoticeType, { nullable: true, description: 'The notice that stands in its place.' })
  async replacedBy(@Root() { id }: PaymentNoticeRow, @Ctx() ctx: RequestContext) {
    return (await successorOf(ctx).load(id))?.notice ?? null;
  }
}

/** The edges of a line. */
@Resolver(() => PaymentNoticeLineType)
export class PaymentNoticeLineResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What was open of it when the notice was drawn; null without `fee.amount`.',
  })
  open(@Root() line: NoticeLineRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, line, line.openMinor);
  }

  @FieldResolver(() => ChargeType, { nullable: true, description: 'The charge as it stands now.' })
  charge(@Root() { chargeId }: NoticeLineRow, @Ctx() ctx: RequestContext) {
    return chargeById(ctx).load(chargeId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it concerns.' })
  unit(@Root() { unitId }: NoticeLineRow, @Ctx() ctx: RequestContext) {
    return unitId === null ? null : unitById(ctx).load(unitId);
  }
}

/** Who brought a notice. */
@Resolver(() => NoticeDeliveryType)
export class NoticeDeliveryResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: 'Who brought it.' })
  broughtBy(@Root() { broughtBy }: NoticeDeliveryRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(broughtBy);
  }
}
