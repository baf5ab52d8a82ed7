import type { FormLanguage } from '../../domain/form/form-key.js';
import { isId } from '../../domain/id.js';
import { deliveriesOfNotice, linesOfNotice, type NoticeLineRow } from '../../loaders/payment-notice/notice-parts.js';
import { paymentNoticeById } from '../../loaders/payment-notice/payment-notices.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { MONEY_FORM_TEMPLATE, type MoneyForm } from './money-form-template.js';
import { moneyPage, type MoneyPage } from './money-page.js';

/**
 * The payment notice (缴费通知): what falls due in the month and what is overdue, each with its days and deadline, the sums,
 * a place for the seal and one for who receives it. Null when it is not the asker's to read.
 * @rule R-FEE-03 @rule R-FEE-04 @rule R-NTC-12 @rule R-DUN-01
 */
export async function paymentNoticeForm(
  ctx: RequestContext,
  id: string,
  language: FormLanguage,
): Promise<FormContent | null> {
  const notice = isId(id) ? await paymentNoticeById(ctx).load(id) : null;
  const page = notice && (await moneyPage(ctx, notice.estateId, language));
  if (!notice || !page) return null;
  const { words, money, at } = page;
  const [lines, deliveries, room, payer, steward] = await Promise.all([
    linesOfNotice(ctx).load(notice.id),
    deliveriesOfNotice(ctx).load(notice.id),
    page.room(notice.unitId),
    page.customer(notice.payerId),
    page.staff(notice.stewardId),
  ]);
  const signed = deliveries.find(({ outcome }) => outcome === 'SIGNED') ?? null;
  const current = lines.filter(({ isArrears }) => !isArrears);
  const arrears = lines.filter(({ isArrears }) => isArrears);
  const { currency, currentMinor, arrearsMinor } = notice;
  const title = `${words.notice.title} ${notice.number}`;
  const data: MoneyForm = {
    ...page.head,
    title: words.notice.title,
    number: `${words.number} ${notice.number}`,
    mark: notice.endedAt === null ? '' : words.notice.ended,
    rows: [
      [
        { label: words.room, value: room },
        { label: words.payer, value: payer },
      ],
      [
        { label: words.notice.month, value: notice.month.slice(0, 7) },
        { label: words.period, value: page.days(notice.fromDay, notice.untilDay) },
        { label: words.deadline, value: notice.dueDay },
      ],
    ],
    tables: [
      {
        ...(await tableOf(page, words.notice.current, current)),
        totals: [{ label: words.notice.current, value: money(currentMinor, currency) }],
      },
      ...(arrears.length === 0
        ? []
        : [
            {
              ...(await tableOf(page, words.notice.arrears, arrears)),
              totals: [
                { label: words.notice.arrears, value: money(arrearsMinor, currency) },
                { label: words.total, value: money(currentMinor + arrearsMinor, currency) },
              ],
            },
          ]),
    ],
    notes: [words.notice.ask],
    signs: [
      { label: words.notice.receiver, name: '', at: at(signed?.at ?? null) },
      { label: words.notice.steward, name: steward, at: at(notice.broughtAt) },
    ],
    seal: words.seal,
    printed: page.printed,
  };
  return { title, template: MONEY_FORM_TEMPLATE, data };
}

async function tableOf(page: MoneyPage, title: string, lines: readonly NoticeLineRow[]) {
  const { words } = page;
  return {
    title,
    head: [words.item, words.room, words.period, words.deadline, words.amount],
    lines: await Promise.all(
      lines.map(async (line) => [
        words.kinds[line.kind],
        await page.room(line.unitId),
        page.days(line.fromDay, line.untilDay),
        line.dueDay,
        page.amount(line.openMinor),
      ]),
    ),
  };
}
