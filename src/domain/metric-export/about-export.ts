import type { FormLanguage } from '../form/form-key.js';
import type { ExportedColumn, ExportedLine } from './export-columns.js';
import type { MetricExportOrder } from './export-order.js';
import type { ExportedSum } from './export-right.js';

/** What was read, and as of when. */
interface AboutSnapshot {
  /** Up to where the event log stood. */
  readonly head: { readonly epoch: number; readonly seq: number; readonly recordedAt: Date };
  readonly rows: number;
  readonly sums: readonly ExportedSum[];
}

const WORDS: Readonly<Record<FormLanguage, Readonly<Record<'titles' | 'facts', readonly string[]>>>> = {
  EN: {
    titles: ['About', 'Numerator', 'Denominator', 'Pending'],
    facts: ['Holds', 'From', 'Before', 'As known on', 'Log position', 'Last event at (UTC)', 'Rows'],
  },
  ZH_CN: {
    titles: ['说明', '分子', '分母', '未到期'],
    facts: ['内容', '起始日', '截止日(不含)', '截至某日已知', '日志位置', '最后事件时间(UTC)', '行数'],
  },
};

/** What the columns of the sheet hold that says what a file is. */
export const ABOUT_COLUMNS: readonly Pick<ExportedColumn, 'holds'>[] = [
  { holds: 'TEXT' },
  { holds: 'FIGURE' },
  { holds: 'FIGURE' },
  { holds: 'FIGURE' },
];

/** The lines of that sheet, its titles first: the facts, then the sums over all of the file, a line a metric. */
export function aboutLines(
  { kind, period, asKnownOn }: MetricExportOrder,
  language: FormLanguage,
  { head, rows, sums }: AboutSnapshot,
): ExportedLine[] {
  const { titles, facts } = WORDS[language];
  const said = [
    ...[kind, period.from, period.to, asKnownOn],
    ...[`${head.epoch}/${head.seq}`, head.recordedAt.toISOString(), String(rows)],
  ];
  return [
    titles,
    ...facts.map((fact, at) => [fact, said[at] ?? null, null, null]),
    ...sums.map(({ metric, numerator, denominator, pending }) => [metric, numerator, denominator, String(pending)]),
  ];
}
