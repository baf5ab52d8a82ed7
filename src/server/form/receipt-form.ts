import type { FormLanguage } from '../../domain/form/form-key.js';
import { isId } from '../../domain/id.js';
import { capitalAmount } from '../../domain/money/capital-amount.js';
import { depositById } from '../../loaders/deposit/deposit-by-id.js';
import { chargeById } from '../../loaders/charge/charge-by-id.js';
import { entriesOfPayment } from '../../loaders/ledger/entries-of.js';
import { paymentById } from '../../loaders/ledger/payment-by-id.js';
import { receiptById, type ReceiptRow } from '../../loaders/receipt/receipt-by-id.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { MONEY_FORM_TEMPLATE, type MoneyForm } from './money-form-template.js';
import { moneyPage, type MoneyPage } from './money-page.js';

/**
 * A voucher (收据, 发票): over the whole sum, in figures and capital numerals, by what it came and what it settles, with what
 * is stamped on it. Null for a spoiled sheet, and when it is not the asker's to read.
 * @rule R-CSH-03 @rule R-CSH-04
 */
export async function receiptForm(
  ctx: RequestContext,
  id: string,
  language: FormLanguage,
): Promise<FormContent | null> {
  const receipt = isId(id) ? await receiptById(ctx).load(id) : null;
  const page = receipt && (await moneyPage(ctx, receipt.estateId, language));
  if (!receipt || !page || receipt.amountMinor === null || receipt.currency === null) return null;
  const { words, money } = page;
  const { amountMinor, currency, estateId } = receipt;
  const [payment, deposit, payer, cashier] = await Promise.all([
    receipt.paymentId === null ? null : paymentById(ctx).load(receipt.paymentId),
    receipt.depositId === null ? null : depositById(ctx).load(receipt.depositId),
    page.customer(receipt.payerId),
    page.staff(receipt.issuedById),
  ]);
  const method = payment?.method ?? deposit?.method ?? null;
  const capital = page.showsAmounts && currency === 'CNY' ? capitalAmount(amountMinor) : '';
  const readsBuyer = may(ctx.principal, 'customer.unmask', estateId) && receipt.buyerTitle !== null;
  const lines = payment ? await settledBy(ctx, page, payment) : [[words.receipt.deposit, '', page.amount(amountMinor)]];
  const data: MoneyForm = {
    ...page.head,
    title: words.receipt.titles[receipt.kind],
    number: `${words.number} ${receipt.number}`,
    mark: markOf(receipt, page),
    rows: [
      [
        { label: words.room, value: await page.room(payment?.unitId ?? deposit?.unitId ?? null) },
        { label: words.payer, value: payer },
      ],
      [
        { label: words.receipt.method, value: method === null ? '' : words.methods[method] },
        { label: words.receipt.issuedAt, value: page.at(receipt.issuedAt) },
      ],
      ...(readsBuyer
        ? [
            [
              { label: words.receipt.buyer, value: receipt.buyerTitle ?? '' },
              { label: words.receipt.taxId, value: receipt.taxId ?? '' },
            ],
          ]
        : []),
    ],
    tables: [
      {
        title: words.receipt.settled,
        head: [words.item, words.period, words.amount],
        lines,
        totals: [
          { label: words.total, value: money(amountMinor, currency) },
          ...(capital === '' ? [] : [{ label: words.receipt.capital, value: capital }]),
        ],
      },
    ],
    notes: [],
    signs: [
      { label: words.receipt.cashier, name: cashier, at: page.at(receipt.issuedAt) },
      { label: words.receipt.customer, name: '', at: '' },
    ],
    seal: words.seal,
    printed: page.printed,
  };
  return { title: `${data.title} ${receipt.number}`, template: MONEY_FORM_TEMPLATE, data };
}

function markOf({ cancelledAt, stamp }: ReceiptRow, { words }: MoneyPage): string {
  if (cancelledAt !== null) return words.receipt.cancelled;
  return stamp === null ? '' : words.receipt.stamps[stamp];
}

/** What a payment settles now, charge by charge, and what of it was paid ahead. */
async function settledBy(
  ctx: RequestContext,
  page: MoneyPage,
  payment: { readonly id: string; readonly freeMinor: number },
): Promise<string[][]> {
  const { words } = page;
  const settled = new Map<string, number>();
  for (const { kind, chargeId, amountMinor, reversesId } of await entriesOfPayment(ctx).load(payment.id))
    if (kind === 'ALLOCATION' && chargeId !== null)
      settled.set(chargeId, (settled.get(chargeId) ?? 0) + (reversesId === null ? amountMinor : -amountMinor));
  const lines = await Promise.all(
    [...settled]
      .filter(([, minor]) => minor > 0)
      .map(async ([chargeId, minor]) => {
        const charge = await chargeById(ctx).load(chargeId);
        return charge
          ? [words.kinds[charge.kind], page.days(charge.fromDay, charge.untilDay), page.amount(minor)]
          : ['', '', page.amount(minor)];
      }),
  );
  return payment.freeMinor > 0 ? [...lines, [words.receipt.ahead, '', page.amount(payment.freeMinor)]] : lines;
}
