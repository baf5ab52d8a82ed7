import { createHash } from 'node:crypto';
import { Eta } from 'eta';
import type { FormKey, FormLanguage } from '../../domain/form/form-key.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { FORM_STYLE } from './form-style.js';
import { handoverForm } from './handover-form.js';
import { paymentNoticeForm } from './payment-notice-form.js';
import { receiptForm } from './receipt-form.js';
import { reportForm } from './report-form.js';
import { statementForm } from './statement-form.js';
import { workOrderForm } from './work-order-form.js';

/** Fills a form about something for the asker; null when it is not the asker's to read. */
type Form = (ctx: RequestContext, subjectId: string, language: FormLanguage) => Promise<FormContent | null>;

/** One line a form of the register. */
const FORMS: Readonly<Record<FormKey, Form>> = {
  WORK_ORDER: workOrderForm,
  PAYMENT_NOTICE: paymentNoticeForm,
  RECEIPT: receiptForm,
  HANDOVER_SHEET: handoverForm,
  STATEMENT: statementForm,
  REPORT: reportForm,
};

const PAGE = `<!doctype html>
<html lang="<%= it.lang %>"><head><meta charset="utf-8"><title><%= it.title %></title><style><%~ it.style %></style></head>
<body><%~ it.body %></body></html>
`;

const eta = new Eta({ autoEscape: true, cache: true });
const templates = new Map<string, ReturnType<Eta['compile']>>();

/** What a form's page may load: its own style and the links to files of this server; no script, no other address. */
export const FORM_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(FORM_STYLE).digest('base64')}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The page of a form, for printing; null when what it is about is not the asker's to read. */
export async function printedForm(
  ctx: RequestContext,
  key: FormKey,
  subjectId: string,
  language: FormLanguage,
): Promise<string | null> {
  const content = await FORMS[key](ctx, subjectId, language);
  if (!content) return null;
  const { title, template, data } = content;
  const lang = language === 'ZH_CN' ? 'zh-CN' : 'en';
  return fill(PAGE, { lang, title, style: FORM_STYLE, body: fill(template, data) });
}

function fill(template: string, data: object): string {
  const compiled = templates.get(template) ?? eta.compile(template);
  templates.set(template, compiled);
  return eta.render(compiled, data);
}
