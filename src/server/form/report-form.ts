import type { FormLanguage } from '../../domain/form/form-key.js';
import { isId } from '../../domain/id.js';
import { metricOf } from '../../domain/metric/metrics.js';
import type { ReportFigure } from '../../domain/report/report-figure.js';
import { REPORT_SECTIONS } from '../../domain/report/report-words.js';
import { sumShown, valueShown } from '../../loaders/metric/sum-shown.js';
import { reportById } from '../../loaders/report/reports.js';
import { roundsOfReport } from '../../loaders/report/rounds-of-report.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { moneyPage } from './money-page.js';
import { REPORT_FORM_TEMPLATE, type ReportForm } from './report-form-template.js';
import { REPORT_FORM_WORDS } from './report-form-words.js';

/** Stands where an amount is not for the asker. */
const VEILED = '***';

/**
 * A report for printing: its figures, what people wrote, who handed it in and who approved it. Null when it is not the asker's
 * to read.
 * @rule R-RPT-20 @rule R-RPT-21
 */
export async function reportForm(ctx: RequestContext, id: string, language: FormLanguage): Promise<FormContent | null> {
  const report = isId(id) ? await reportById(ctx).load(id) : null;
  const page = report && (await moneyPage(ctx, report.estateId, language));
  if (!report || !page) return null;
  const { estateId } = report;
  const words = REPORT_FORM_WORDS[language];
  const rounds = await roundsOfReport(ctx).load(report.id);
  const approval = rounds.find(({ decision }) => decision === 'APPROVED');
  const lineOf = ({ metric: key, numerator, denominator, pending }: ReportFigure): string[] => {
    const metric = metricOf(key);
    const shown = (sum: number): string => sumShown(ctx, { metric, estateId }, sum) ?? VEILED;
    const value = valueShown(ctx, { metric, estateId }, { numerator, denominator, pending });
    return [
      language === 'ZH_CN' ? metric.titleZh : metric.title,
      value === null ? '—' : `${value}${words.units[metric.unit]}`,
      shown(numerator),
      metric.denominator === null ? '' : shown(denominator),
      String(pending),
    ];
  };
  const data: ReportForm = {
    ...page.head,
    title: words.titles[report.kind],
    period: page.days(report.fromDay, report.untilDay),
    stage: words.stages[report.stage],
    facts: [
      { label: words.dueAt, value: page.at(report.dueAt) },
      { label: words.asKnownOn, value: report.asKnownOn },
    ],
    figures: words.figures,
    head: words.head,
    lines: report.figures.map(lineOf),
    sections: REPORT_SECTIONS.flatMap((section) => {
      const text = report[section];
      return text === null ? [] : [{ title: words.sections[section], text }];
    }),
    signs: [
      { label: words.submitted, name: await page.staff(report.submittedById), at: page.at(report.submittedAt) },
      { label: words.approved, name: await page.staff(approval?.decidedById ?? null), at: page.at(report.approvedAt) },
    ],
    printed: page.printed,
  };
  return { title: `${data.title} ${data.period}`, template: REPORT_FORM_TEMPLATE, data };
}
