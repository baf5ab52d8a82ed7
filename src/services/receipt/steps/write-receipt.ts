import { stampOf, type ReceiptKind } from '../../../domain/receipt/receipt-kind.js';
import { newId } from '../../../entities/new-id.js';
import { Receipt } from '../../../entities/receipt/receipt.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import type { MoneyToVouch } from './money-to-vouch.js';
import { recordReceiptEvent } from './record-receipt-event.js';

/** What a voucher says beside the payment. */
interface Voucher {
  readonly kind: ReceiptKind;
  readonly bookId: string | null;
  readonly numberInBook: number | null;
  readonly number: string;
  readonly buyerTitle: string | null;
  readonly taxId: string | null;
}

/** Writes the voucher of a payment or deposit: it says the whole sum, and how it came. @rule R-CSH-03 @rule R-CSH-04 */
export async function writeReceipt(ctx: CommandContext, money: MoneyToVouch, voucher: Voucher): Promise<Receipt> {
  const { estateId, payerId, amountMinor, currency, method, paymentId, depositId } = money;
  const receipt = ctx.em.create(Receipt, {
    ...{ companyId: ctx.companyId, id: newId(), estateId, state: 'ISSUED', ...voucher },
    ...{ paymentId, depositId, payerId, amountMinor, currency, stamp: stampOf(voucher.kind, method) },
    ...{ spoilReason: null, issuedAt: ctx.clock.now(), issuedById: ctx.principal.subjectId },
    ...{ cancelledAt: null, cancelledById: null, cancelReason: null, redLetterNumber: null, version: 1 },
  });
  await recordReceiptEvent(ctx, receipt, 'ISSUED');
  return receipt;
}
