import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { StatementLineKind } from '../../domain/ledger/statement-line-kind.js';
import type { ReceiptKind, ReceiptStamp } from '../../domain/receipt/receipt-kind.js';

/** What stands printed on forms about money, in a language. */
export interface MoneyWords {
  readonly number: string;
  readonly room: string;
  readonly payer: string;
  readonly date: string;
  readonly printedAt: string;
  readonly seal: string;
  readonly item: string;
  readonly period: string;
  readonly deadline: string;
  readonly amount: string;
  readonly total: string;
  readonly notice: {
    readonly title: string;
    readonly month: string;
    readonly current: string;
    readonly arrears: string;
    readonly ask: string;
    readonly ended: string;
    readonly receiver: string;
    readonly steward: string;
  };
  readonly receipt: {
    readonly titles: Readonly<Record<ReceiptKind, string>>;
    readonly stamps: Readonly<Record<ReceiptStamp, string>>;
    readonly cancelled: string;
    readonly method: string;
    readonly issuedAt: string;
    readonly capital: string;
    readonly settled: string;
    readonly ahead: string;
    readonly deposit: string;
    readonly buyer: string;
    readonly taxId: string;
    readonly cashier: string;
    readonly customer: string;
  };
  readonly sheet: {
    readonly title: string;
    readonly cashier: string;
    readonly treasurer: string;
    readonly accountant: string;
    readonly filledAt: string;
    readonly dueAt: string;
    readonly byMethod: string;
    readonly method: string;
    readonly payments: string;
    readonly deposits: string;
    readonly refunds: string;
    readonly paymentRefunds: string;
    readonly cash: string;
    readonly counted: string;
    readonly difference: string;
    readonly reason: string;
    readonly bank: string;
    readonly vouchers: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly sheets: string;
    readonly issued: string;
  };
  readonly statement: {
    readonly title: string;
    readonly opening: string;
    readonly charged: string;
    readonly paid: string;
    readonly other: string;
    readonly closing: string;
    readonly lines: string;
    readonly day: string;
    readonly balance: string;
    readonly knownOn: string;
    readonly reversal: string;
    readonly cut: string;
    readonly prepared: string;
  };
  readonly kinds: Readonly<Record<ChargeKind, string>>;
  readonly methods: Readonly<Record<PaymentMethod, string>>;
  readonly lines: Readonly<Record<StatementLineKind, string>>;
}
