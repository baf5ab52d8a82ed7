import type { FormLanguage } from '../../domain/form/form-key.js';
import { isId } from '../../domain/id.js';
import { handoverLines, handoverReceipts } from '../../loaders/handover/handover-lines.js';
import { handoverSheetById } from '../../loaders/handover/handover-sheet-by-id.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { MONEY_FORM_TEMPLATE, type MoneyForm } from './money-form-template.js';
import { moneyPage } from './money-page.js';

/**
 * The sheet of a cashier's shift (日收入情况交接表): what came by which way, cash by the books and by the count, the numbers of
 * vouchers that were used and how many, with places for cashier, treasurer and accountant. Null when it is not the asker's to
 * read.
 * @rule R-CSH-01 @rule R-CSH-03 @rule D-20
 */
export async function handoverForm(
  ctx: RequestContext,
  id: string,
  language: FormLanguage,
): Promise<FormContent | null> {
  const sheet = isId(id) ? await handoverSheetById(ctx).load(id) : null;
  const page = sheet && (await moneyPage(ctx, sheet.estateId, language));
  if (!sheet || !page) return null;
  const { words, money, at } = page;
  const { currency } = sheet;
  const [lines, vouchers, cashier, treasurer, accountant] = await Promise.all([
    handoverLines(ctx).load(sheet.id),
    handoverReceipts(ctx).load(sheet.id),
    page.staff(sheet.cashierId),
    page.staff(sheet.treasurerId),
    page.staff(sheet.accountantId),
  ]);
  const data: MoneyForm = {
    ...page.head,
    title: words.sheet.title,
    number: at(sheet.filledAt),
    mark: '',
    rows: [
      [
        { label: words.sheet.cashier, value: cashier },
        { label: words.sheet.filledAt, value: at(sheet.filledAt) },
        { label: words.sheet.dueAt, value: at(sheet.dueAt) },
      ],
      [
        { label: words.sheet.cash, value: money(sheet.cashMinor, currency) },
        { label: words.sheet.counted, value: money(sheet.countedMinor, currency) },
        { label: words.sheet.difference, value: money(sheet.countedMinor - sheet.cashMinor, currency) },
      ],
      [
        { label: words.sheet.reason, value: page.showsAmounts ? (sheet.differenceReason ?? '') : '' },
        { label: words.sheet.bank, value: sheet.bankReference ?? '' },
      ],
    ],
    tables: [
      {
        title: words.sheet.byMethod,
        head: [
          words.sheet.method,
          words.sheet.payments,
          words.sheet.deposits,
          words.sheet.refunds,
          words.sheet.paymentRefunds,
          words.amount,
        ],
        lines: lines.map((line) => [
          words.methods[line.method],
          ...[line.payments, line.deposits, line.refunds, line.paymentRefunds].map(String),
          money(line.amountMinor, line.currency),
        ]),
        totals: [{ label: words.total, value: money(sheet.cashMinor + sheet.electronicMinor, currency) }],
      },
      {
        title: words.sheet.vouchers,
        head: [words.sheet.kind, words.sheet.from, words.sheet.to, words.sheet.sheets, words.sheet.issued],
        lines: vouchers.map((each) => [
          words.receipt.titles[each.kind],
          each.firstNumber,
          each.lastNumber,
          ...[each.sheets, each.issued].map(String),
        ]),
        totals: [{ label: words.sheet.issued, value: String(vouchers.reduce((sum, { issued }) => sum + issued, 0)) }],
      },
    ],
    notes: [],
    signs: [
      { label: words.sheet.cashier, name: cashier, at: at(sheet.filledAt) },
      { label: words.sheet.treasurer, name: treasurer, at: at(sheet.handedOverAt) },
      { label: words.sheet.accountant, name: accountant, at: at(sheet.reconciledAt) },
    ],
    seal: '',
    printed: page.printed,
  };
  return { title: `${words.sheet.title} ${at(sheet.filledAt)}`, template: MONEY_FORM_TEMPLATE, data };
}
