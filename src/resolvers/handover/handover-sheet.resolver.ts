import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { handoverLines, handoverPayments, handoverReceipts } from '../../loaders/handover/handover-lines.js';
import { handoverSheetById, type HandoverSheetRow } from '../../loaders/handover/handover-sheet-by-id.js';
import { handoverSheetsPage } from '../../loaders/handover/handover-sheets-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { HandoverLineType } from '../../schema/handover/handover-line.type.js';
import { HandoverReceiptsType } from '../../schema/handover/handover-receipts.type.js';
import { HandoverSheetConnection } from '../../schema/handover/handover-sheet-connection.type.js';
import { HandoverSheetFilterInput } from '../../schema/handover/handover-sheet-filter.input.js';
import { HandoverSheetType } from '../../schema/handover/handover-sheet.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { may } from '../../tenancy/authorize.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { formLink } from '../form/form-link.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Sheets of cashiers' shifts: looking them up, and their edges. */
@Resolver(() => HandoverSheetType)
export class HandoverSheetResolver {
  @Query(() => HandoverSheetConnection, {
    description: 'Sheets of shifts, the latest first (R-CSH-01). For staff. Needs `handover.read`.',
  })
  handoverSheets(
    @Arg('filter', () => HandoverSheetFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: HandoverSheetFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return handoverSheetsPage(ctx, filter ?? {}, args);
  }

  @Query(() => HandoverSheetType, {
    nullable: true,
    description: 'One sheet. For staff. Needs `handover.read`. NOT_FOUND when it is unknown or not yours.',
  })
  handoverSheet(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('handoverSheet', handoverSheetById(ctx).load(id));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description:
      'Cash by the books, less deposits and parts of payments that were paid out; null without `fee.amount`.',
  })
  cash(@Root() sheet: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, sheet, sheet.cashMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'What came by bank and channels; null without `fee.amount`.',
  })
  electronic(@Root() sheet: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, sheet, sheet.electronicMinor);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Cash by the count; null without `fee.amount`.' })
  counted(@Root() sheet: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, sheet, sheet.countedMinor);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'The count less the books, below zero for a shortage; null without `fee.amount`.',
  })
  difference(@Root() sheet: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, sheet, sheet.countedMinor - sheet.cashMinor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the count is not what the books say; null without `fee.amount`.',
  })
  differenceReason(@Root() { estateId, differenceReason }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'fee.amount', estateId) ? differenceReason : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why vouchers, money and books differed; null without `fee.amount`.',
  })
  reconcileNote(@Root() { estateId, reconcileNote }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'fee.amount', estateId) ? reconcileNote : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether it was filled in by then (M-CSH-01); null where the desk never closes.',
  })
  inTime(@Root() { filledAt, dueAt }: HandoverSheetRow) {
    return dueAt === null ? null : filledAt <= dueAt;
  }

  @FieldResolver(() => PrintedFormType, {
    description: 'The sheet (日收入情况交接表) on paper, with places for the three who sign it (R-CSH-01).',
  })
  printedForm(
    @Root() sheet: HandoverSheetRow,
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'ZH_CN where nothing is said.' })
    language: FormLanguage | null,
    @Ctx() ctx: RequestContext,
  ) {
    return formLink(ctx, 'HANDOVER_SHEET', sheet.id, language);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Whose shift it was.' })
  cashier(@Root() { cashierId }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(cashierId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has taken the money over.' })
  treasurer(@Root() { treasurerId }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return treasurerId === null ? null : staffById(ctx).load(treasurerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has compared it.' })
  accountant(@Root() { accountantId }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return accountantId === null ? null : staffById(ctx).load(accountantId);
  }

  @FieldResolver(() => [HandoverLineType], { description: 'What came and went, by method.' })
  lines(@Root() { id }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return handoverLines(ctx).load(id);
  }

  @FieldResolver(() => [HandoverReceiptsType], { description: 'The numbers that were used, book by book.' })
  receipts(@Root() { id }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return handoverReceipts(ctx).load(id);
  }

  @FieldResolver(() => [PaymentType], { description: 'The payments, earliest first; the first 500.' })
  payments(@Root() { id }: HandoverSheetRow, @Ctx() ctx: RequestContext) {
    return handoverPayments(ctx).load(id);
  }
}
