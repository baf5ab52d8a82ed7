import { amountOf } from '../../domain/money/money.js';
import { quantityOfMilli } from '../../domain/money/quantity.js';
import type { FormLanguage } from '../../domain/form/form-key.js';
import { isMissing } from '../../domain/signature/signature-mode.js';
import { workOrder, type WorkOrder } from '../../loaders/form/work-order.js';
import { pictureLink } from '../../resolvers/attachment/attachment-link.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { WORK_ORDER_TEMPLATE } from './work-order-template.js';
import { WORK_ORDER_WORDS } from './work-order-words.js';

const LOCALES: Readonly<Record<FormLanguage, string>> = { ZH_CN: 'zh-CN', EN: 'en-GB' };

/** The work order, filled as the asker may read it; null when it is not the asker's to read. */
export async function workOrderForm(
  ctx: RequestContext,
  ticketId: string,
  language: FormLanguage,
): Promise<FormContent | null> {
  const order = await workOrder(ctx, ticketId);
  if (!order) return null;
  const words = WORK_ORDER_WORDS[language];
  const { ticket, timeZone } = order;
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const at = (instant: Date | null | undefined): string => (instant ? format.format(instant) : '');
  const cell = (label: string, value: string) => ({ label, value });
  return {
    title: `${order.customerArea ? words.titleCustomer : words.title} ${ticket.number}`,
    template: WORK_ORDER_TEMPLATE,
    data: {
      ...order,
      words,
      number: ticket.number,
      subject: ticket.subject,
      description: ticket.description ?? '',
      contactName: order.contactName ?? '',
      contactPhone: order.contactPhone ?? '',
      urgent: order.urgency === 'EMERGENCY',
      urgency: words.urgency[order.urgency],
      rows: [
        [
          cell(words.reportedAt, at(ticket.reportedAt)),
          cell(words.forwardedAt, at(ticket.forwardedAt)),
          cell(words.acceptedAt, at(ticket.acceptedAt)),
        ],
        [
          cell(words.startedAt, at(ticket.startedAt)),
          cell(words.completedAt, at(ticket.completedAt)),
          cell(words.technician, order.technician ?? ''),
        ],
        [
          cell(words.visits, ticket.visits > 0 ? String(ticket.visits) : ''),
          cell(words.rework, ticket.reopenings > 0 ? String(ticket.reopenings) : ''),
          cell(words.charge, money(ticket.chargeMinor, ticket.chargeCurrency)),
        ],
      ],
      priced: pricedOf(order, words),
      signatures: [
        ...(order.customerArea ? [signed(ctx, words.customerSignature, order.customerSignature, words, at)] : []),
        signed(ctx, words.headSignature, order.headSignature, words, at),
      ],
      files: order.attachments.map((file) => ({
        name: file.name,
        purpose: words.purposes[file.purpose],
        image: pictureLink(ctx, file),
      })),
      printedAt: at(ctx.house.links.clock.now()),
    },
  };
}

/** An amount with its currency; nothing where there is none. */
const money = (minor: number | null, currency: string | null): string =>
  minor === null || currency === null ? '' : `${amountOf(minor)} ${currency}`;

/** The quotation that stands, and the parts that the repair took, as tables. */
function pricedOf({ quotation, parts }: WorkOrder, words: (typeof WORK_ORDER_WORDS)[FormLanguage]) {
  const quoted = quotation?.lines.map((line) => ({
    name: `${words.priceKinds[line.kind]} · ${line.name}`,
    quantity: `${quantityOfMilli(line.quantityMilli)} ${line.unit}`,
    price: money(line.priceMinor, quotation.currency),
    amount: money(line.amountMinor, quotation.currency),
  }));
  const used = parts.map((part) => ({
    name: part.name,
    quantity: `${quantityOfMilli(part.quantityMilli)} ${part.unit}`,
    price: '',
    amount: money(part.amountMinor, part.currency),
  }));
  return [
    ...(quotation && quoted
      ? [
          {
            title: `${words.quotation} (${words.answers[quotation.state]})`,
            lines: quoted,
            total: money(quotation.totalMinor, quotation.currency),
          },
        ]
      : []),
    ...(used.length > 0 ? [{ title: words.partsUsed, lines: used, total: '' }] : []),
  ];
}

function signed(
  ctx: RequestContext,
  label: string,
  signature: WorkOrder['customerSignature'],
  words: (typeof WORK_ORDER_WORDS)[FormLanguage],
  at: (instant: Date | null) => string,
) {
  if (!signature) return { label, image: null, text: '', at: '' };
  const { mode, attachment, signerName, signedIn, signedAt } = signature;
  const image = attachment ? pictureLink(ctx, attachment) : null;
  const text = isMissing(mode)
    ? words.missing[mode as 'REFUSED' | 'ABSENT']
    : mode === 'ACCOUNT'
      ? `${signedIn ?? ''} (${words.byAccount})`
      : (signerName ?? '');
  return { label, image, text, at: at(signedAt) };
}
