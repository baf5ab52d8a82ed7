import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { depositById } from '../../loaders/deposit/deposit-by-id.js';
import { paymentById, type PaymentRow } from '../../loaders/ledger/payment-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { receiptBookById } from '../../loaders/receipt/receipt-book-by-id.js';
import { receiptById, receiptsOfPayment, type ReceiptRow } from '../../loaders/receipt/receipt-by-id.js';
import { receiptsPage } from '../../loaders/receipt/receipts-page.js';
import { DepositType } from '../../schema/deposit/deposit.type.js';
import { PaymentType } from '../../schema/ledger/payment.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { ReceiptBookType } from '../../schema/receipt/receipt-book.type.js';
import { ReceiptConnection } from '../../schema/receipt/receipt-connection.type.js';
import { ReceiptFilterInput } from '../../schema/receipt/receipt-filter.input.js';
import { ReceiptType } from '../../schema/receipt/receipt.type.js';
import { may } from '../../tenancy/authorize.js';
import { FormLanguageEnum } from '../../schema/form/form-language.enum.js';
import { PrintedFormType } from '../../schema/form/printed-form.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { formLink } from '../form/form-link.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';

/** Vouchers: looking them up, and their edges. */
@Resolver(() => ReceiptType)
export class ReceiptResolver {
  @Query(() => ReceiptConnection, {
    description:
      'Vouchers and spoiled sheets, the latest first; residents see the vouchers of their own payments (D-30). Needs `receipt.read`.',
  })
  receipts(
    @Arg('filter', () => ReceiptFilterInput, { nullable: true, description: 'Which; all where nothing is said.' })
    filter: ReceiptFilterInput | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return receiptsPage(ctx, filter ?? {}, args);
  }

  @Query(() => ReceiptType, {
    nullable: true,
    description: 'One voucher. Needs `receipt.read`. NOT_FOUND when it is unknown or not yours.',
  })
  receipt(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() ctx: RequestContext) {
    return found('receipt', receiptById(ctx).load(id));
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: 'The whole payment or deposit (R-CSH-03); null for a spoiled sheet and without `fee.amount`.',
  })
  amount(@Root() { estateId, amountMinor, currency }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return amountMinor === null || currency === null ? null : amountShown(ctx, { estateId, currency }, amountMinor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who an invoice is made out to (抬头); null where the viewer does not see customers by name.',
  })
  buyerTitle(@Root() { estateId, buyerTitle }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'customer.unmask', estateId) ? buyerTitle : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The tax id of the buyer (税号); null where the viewer does not see customers by name.',
  })
  taxId(@Root() { estateId, taxId }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return may(ctx.principal, 'customer.unmask', estateId) ? taxId : null;
  }

  @FieldResolver(() => PrintedFormType, {
    nullable: true,
    description: 'The voucher (收据, 发票) on paper; null for a spoiled sheet (R-CSH-03).',
  })
  printedForm(
    @Root() receipt: ReceiptRow,
    @Arg('language', () => FormLanguageEnum, { nullable: true, description: 'ZH_CN where nothing is said.' })
    language: FormLanguage | null,
    @Ctx() ctx: RequestContext,
  ) {
    return receipt.amountMinor === null ? null : formLink(ctx, 'RECEIPT', receipt.id, language);
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => ReceiptBookType, {
    nullable: true,
    description: 'The book that the sheet is of; null for an e-invoice, and for residents.',
  })
  book(@Root() { bookId }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return bookId === null || ctx.asker.kind === 'RESIDENT' ? null : receiptBookById(ctx).load(bookId);
  }

  @FieldResolver(() => PaymentType, {
    nullable: true,
    description:
      'The payment that was received; null for a deposit and a spoiled sheet, and where the viewer sees none.',
  })
  payment(@Root() { paymentId }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return paymentId === null ? null : paymentById(ctx).load(paymentId);
  }

  @FieldResolver(() => DepositType, {
    nullable: true,
    description: 'The deposit that was taken; null for a payment and a spoiled sheet, and where the viewer sees none.',
  })
  deposit(@Root() { depositId }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return depositId === null ? null : depositById(ctx).load(depositId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who wrote it; null where the viewer sees no staff.' })
  issuedBy(@Root() { issuedById }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(issuedById);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who took it back.' })
  cancelledBy(@Root() { cancelledById }: ReceiptRow, @Ctx() ctx: RequestContext) {
    return cancelledById === null ? null : staffById(ctx).load(cancelledById);
  }
}

/** The vouchers of a payment. */
@Resolver(() => PaymentType)
export class PaymentReceiptResolver {
  @FieldResolver(() => [ReceiptType], {
    description: 'Its vouchers, the latest first: at most one stands. Empty where the viewer may not see vouchers.',
  })
  receipts(@Root() { id }: PaymentRow, @Ctx() ctx: RequestContext) {
    return receiptsOfPayment(ctx).load(id);
  }
}
