import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { receiptById } from '../../loaders/receipt/receipt-by-id.js';
import { CancelReceiptInput } from '../../schema/receipt/cancel-receipt.input.js';
import { IssueReceiptInput } from '../../schema/receipt/issue-receipt.input.js';
import { ReceiptPayloadType } from '../../schema/receipt/receipt-payload.type.js';
import { RecordEInvoiceInput } from '../../schema/receipt/record-e-invoice.input.js';
import { RedLetterInvoiceInput } from '../../schema/receipt/red-letter-invoice.input.js';
import { SpoilReceiptInput } from '../../schema/receipt/spoil-receipt.input.js';
import { cancelReceipt } from '../../services/receipt/cancel-receipt.js';
import { issueReceipt } from '../../services/receipt/issue-receipt.js';
import { recordEInvoice } from '../../services/receipt/record-e-invoice.js';
import { redLetterInvoice } from '../../services/receipt/red-letter-invoice.js';
import { spoilReceipt } from '../../services/receipt/spoil-receipt.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** What is done about vouchers. */
@Resolver()
export class ReceiptCommandsResolver {
  @Mutation(() => ReceiptPayloadType, {
    nullable: true,
    description:
      'Writes the voucher of a payment or deposit on the next sheet of the own book, over the whole sum (R-CSH-03, R-CSH-04, R-CSH-07). Needs `receipt.issue` on the estate.',
  })
  async issueReceipt(
    @Arg('input', () => IssueReceiptInput, { description: 'Which money, on a sheet of which book.' })
    input: IssueReceiptInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, issueReceipt, input);
    return { ...done, receipt: await found('receipt', receiptById(ctx).load(done.receiptId)) };
  }

  @Mutation(() => ReceiptPayloadType, {
    nullable: true,
    description:
      'Records the e-invoice (数电票) that was issued for a payment, over the whole sum (R-CSH-03). Needs `receipt.issue` on the estate.',
  })
  async recordEInvoice(
    @Arg('input', () => RecordEInvoiceInput, { description: 'Which payment, under which number.' })
    input: RecordEInvoiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, recordEInvoice, input);
    return { ...done, receipt: await found('receipt', receiptById(ctx).load(done.receiptId)) };
  }

  @Mutation(() => ReceiptPayloadType, {
    nullable: true,
    description:
      'Says that the next sheet of the own book never was a voucher: no number goes without a row (R-CSH-06). Needs `receipt.issue` on the estate.',
  })
  async spoilReceipt(
    @Arg('input', () => SpoilReceiptInput, { description: 'Which sheet, and why.' }) input: SpoilReceiptInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, spoilReceipt, input);
    return { ...done, receipt: await found('receipt', receiptById(ctx).load(done.receiptId)) };
  }

  @Mutation(() => ReceiptPayloadType, {
    nullable: true,
    description:
      'Takes a voucher on paper back (作废); not by who issued it (R-CSH-06, R-ORG-68). Needs `receipt.manage` on the estate.',
  })
  async cancelReceipt(
    @Arg('input', () => CancelReceiptInput, { description: 'Which voucher, and why.' }) input: CancelReceiptInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, cancelReceipt, input);
    return { ...done, receipt: await found('receipt', receiptById(ctx).load(done.receiptId)) };
  }

  @Mutation(() => ReceiptPayloadType, {
    nullable: true,
    description:
      'Records that a red-letter invoice (红字发票) has taken an e-invoice back; not by who recorded it (R-ORG-68). Needs `receipt.manage` on the estate.',
  })
  async redLetterInvoice(
    @Arg('input', () => RedLetterInvoiceInput, { description: 'Which e-invoice, by which other, and why.' })
    input: RedLetterInvoiceInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, redLetterInvoice, input);
    return { ...done, receipt: await found('receipt', receiptById(ctx).load(done.receiptId)) };
  }
}
