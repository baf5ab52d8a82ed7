import { BillRunResolver, BillSkipResolver } from './billing/bill-run.resolver.js';
import { SharedCostResolver, TariffResolver } from './billing/tariff.resolver.js';
import { MeterCommandsResolver } from './meter/meter-commands.resolver.js';
import { MeterReadingResolver } from './meter/meter-reading.resolver.js';
import { MeterResolver } from './meter/meter.resolver.js';
import { ChargeCommandsResolver } from './charge/charge-commands.resolver.js';
import { ChargeResolver } from './charge/charge.resolver.js';
import {
  AccountBalanceResolver,
  AccountStatementResolver,
  OpenItemResolver,
  StatementLineResolver,
} from './ledger/account.resolver.js';
import {
  AgeingShareResolver,
  AgeingTotalResolver,
  ArrearsAgeingResolver,
  ArrearsResolver,
} from './collection/arrears.resolver.js';
import { CollectionFigureResolver, IncomeFigureResolver } from './collection/collection.resolver.js';
import { BankFileCountResolver, BankFileResolver } from './bank-file/bank-file.resolver.js';
import { BankLineResolver } from './bank-file/bank-line.resolver.js';
import { CollectionTargetResolver } from './collection/collection-target.resolver.js';
import { CustomerBalanceResolver, UnitBalanceResolver } from './ledger/balance-of.resolver.js';
import { RESOLVERS_OF_DUNNING } from './registry-of-dunning.js';
import { FeeEventResolver } from './ledger/fee-event.resolver.js';
import { LedgerCommandsResolver } from './ledger/ledger-commands.resolver.js';
import { LedgerProposalResolver } from './ledger/ledger-proposal.resolver.js';
import { LedgerEntryResolver } from './ledger/ledger-entry.resolver.js';
import { PaymentNoticeCommandsResolver } from './payment-notice/payment-notice-commands.resolver.js';
import { PaymentNoticeRunResolver } from './payment-notice/payment-notice-run.resolver.js';
import {
  NoticeDeliveryResolver,
  PaymentNoticeLineResolver,
  PaymentNoticeResolver,
} from './payment-notice/payment-notice.resolver.js';
import {
  WithholdingBatchResolver,
  WithholdingChargeResolver,
  WithholdingCountResolver,
  WithholdingItemResolver,
} from './withholding/withholding-batch.resolver.js';
import { WithholdingMandateResolver } from './withholding/withholding-mandate.resolver.js';
import { WithholdingResultResolver } from './withholding/withholding-result.resolver.js';
import { PaymentResolver } from './ledger/payment.resolver.js';
import { PaymentRefundResolver, RefundsOfPaymentResolver } from './ledger/payment-refund.resolver.js';
import { DepositCommandsResolver } from './deposit/deposit-commands.resolver.js';
import { DepositDeductionResolver, DepositResolver } from './deposit/deposit.resolver.js';
import { CashierShiftResolver, HandoverLineResolver } from './handover/cashier-shift.resolver.js';
import { HandoverCommandsResolver } from './handover/handover-commands.resolver.js';
import { HandoverSheetResolver } from './handover/handover-sheet.resolver.js';
import { ReceiptBookCommandsResolver } from './receipt/receipt-book-commands.resolver.js';
import { ReceiptBookResolver } from './receipt/receipt-book.resolver.js';
import { ReceiptCommandsResolver } from './receipt/receipt-commands.resolver.js';
import { PaymentReceiptResolver, ReceiptResolver } from './receipt/receipt.resolver.js';

/** What is owed and paid, vouchers, shifts and deposits. */
export const RESOLVERS_OF_MONEY = [
  TariffResolver,
  MeterResolver,
  MeterReadingResolver,
  MeterCommandsResolver,
  SharedCostResolver,
  BillRunResolver,
  BillSkipResolver,
  PaymentNoticeRunResolver,
  PaymentNoticeResolver,
  PaymentNoticeLineResolver,
  NoticeDeliveryResolver,
  PaymentNoticeCommandsResolver,
  WithholdingMandateResolver,
  WithholdingBatchResolver,
  WithholdingCountResolver,
  WithholdingItemResolver,
  WithholdingChargeResolver,
  WithholdingResultResolver,
  ChargeResolver,
  ChargeCommandsResolver,
  PaymentResolver,
  PaymentRefundResolver,
  RefundsOfPaymentResolver,
  LedgerEntryResolver,
  LedgerProposalResolver,
  LedgerCommandsResolver,
  ...RESOLVERS_OF_DUNNING,
  FeeEventResolver,
  AccountStatementResolver,
  StatementLineResolver,
  OpenItemResolver,
  ArrearsResolver,
  AgeingShareResolver,
  ArrearsAgeingResolver,
  AgeingTotalResolver,
  CollectionFigureResolver,
  IncomeFigureResolver,
  CollectionTargetResolver,
  BankFileResolver,
  BankFileCountResolver,
  BankLineResolver,
  AccountBalanceResolver,
  UnitBalanceResolver,
  CustomerBalanceResolver,
  ReceiptResolver,
  PaymentReceiptResolver,
  ReceiptCommandsResolver,
  ReceiptBookResolver,
  ReceiptBookCommandsResolver,
  HandoverSheetResolver,
  HandoverCommandsResolver,
  CashierShiftResolver,
  HandoverLineResolver,
  DepositResolver,
  DepositDeductionResolver,
  DepositCommandsResolver,
] as const;
