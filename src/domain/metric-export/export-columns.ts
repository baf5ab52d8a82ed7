import type { FormLanguage } from '../form/form-key.js';
import type { MetricExportKind } from './export-order.js';

/** A column of a file: its title, and whether it holds figures or words. */
export interface ExportedColumn {
  readonly EN: string;
  readonly ZH_CN: string;
  readonly holds: 'FIGURE' | 'TEXT';
}

/** The cells of a row, in the order of the columns; a figure is a decimal as the API writes it, null an empty cell. */
export type ExportedLine = readonly (string | null)[];

const text = (EN: string, ZH_CN: string): ExportedColumn => ({ EN, ZH_CN, holds: 'TEXT' });
const figure = (EN: string, ZH_CN: string): ExportedColumn => ({ EN, ZH_CN, holds: 'FIGURE' });

const ESTATE = [text('Estate code', '项目编码'), text('Estate', '项目名称')] as const;
const METRIC = [text('Metric', '指标'), text('Catalogue', '指标编号'), text('Title', '指标名称')] as const;
const SUMS = [figure('Numerator', '分子'), figure('Denominator', '分母')] as const;
const VALUE = [text('Unit', '单位'), figure('Value', '数值'), ...SUMS, figure('Pending', '未到期')] as const;

/** The columns of each kind of file. */
export const COLUMNS_OF_EXPORT: Readonly<Record<MetricExportKind, readonly ExportedColumn[]>> = {
  SCORECARDS: [
    figure('Rank', '名次'),
    ...ESTATE,
    ...METRIC,
    ...VALUE,
    figure('Left out', '剔除'),
    figure('Target', '目标'),
    text('Attained', '达标'),
    figure('Silent days', '无记录天数'),
  ],
  SERIES: [
    ...METRIC,
    text('From', '起始日'),
    text('Before', '截止日(不含)'),
    ...ESTATE,
    text('Part', '分项'),
    ...VALUE,
  ],
  ROWS: [
    ...METRIC,
    ...ESTATE,
    text('Date', '日期'),
    text('Number', '单号'),
    text('Item', '条目'),
    text('Part', '分项'),
    ...SUMS,
  ],
};

/** The titles of a file's columns. */
export const titlesOf = (kind: MetricExportKind, language: FormLanguage): string[] =>
  COLUMNS_OF_EXPORT[kind].map((column) => column[language]);
