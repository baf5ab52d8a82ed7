import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COLUMNS_OF_EXPORT, titlesOf } from '../../../src/domain/metric-export/export-columns.js';
import {
  assertExportOrder,
  exportName,
  type MetricExportOrder,
} from '../../../src/domain/metric-export/export-order.js';
import { exportKeptUntil } from '../../../src/domain/metric-export/export-state.js';
import { columnName, sheetRow } from '../../../src/domain/metric-export/sheet-xml.js';

const SCOPE = { period: { from: '2026-03-01', to: '2026-04-01' }, estateIds: null, groupIds: null, asKnownOn: null };
const orderOf = (over: object): MetricExportOrder =>
  ({ kind: 'ROWS', ...SCOPE, metric: 'REPAIRS_REPORTED', part: 'COUNTED', by: null, segment: null, ...over }) as never;
const pathOf = (over: object): string | null => {
  try {
    assertExportOrder(orderOf(over));
    return null;
  } catch (error) {
    return String((error as { facts?: { path?: unknown } }).facts?.path);
  }
};

describe('files of figures', () => {
  test('an order that cannot be carried out is refused where it is wrong', () => {
    expect(
      [
        {},
        { period: { from: '2026-04-01', to: '2026-03-01' } },
        { segment: 'EMERGENCY' },
        { by: 'URGENCY' },
        { by: 'URGENCY', segment: 'EMERGENCY' },
        { kind: 'SCORECARDS', metrics: [] },
        { kind: 'SCORECARDS', metrics: ['REPAIRS_REPORTED', 'REPAIRS_REPORTED'] },
        { kind: 'SCORECARDS', metrics: ['REPAIRS_REPORTED'] },
        { kind: 'SERIES', period: { from: '2020-01-01', to: '2026-01-01' }, interval: 'DAY' },
        { kind: 'SERIES', interval: 'DAY' },
      ].map(pathOf),
    ).toEqual([
      ...[null, 'input.period.to', 'input.by', 'input.segment', null],
      ...['input.metrics', 'input.metrics', null, 'input.interval', null],
    ]);
  });

  test('a file is named after what it holds and of which days, and is kept for three days', () => {
    expect(exportName(orderOf({}))).toBe('rows-repairs_reported-2026-03-01-2026-04-01');
    expect(exportName(orderOf({ kind: 'SCORECARDS' }))).toBe('scorecards-2026-03-01-2026-04-01');
    expect(exportKeptUntil(new Date('2026-03-06T09:00:00Z')).toISOString()).toBe('2026-03-09T09:00:00.000Z');
  });

  test('every column has a title in both languages, and no two of a file are called alike', () => {
    for (const kind of ['SCORECARDS', 'SERIES', 'ROWS'] as const)
      for (const language of ['EN', 'ZH_CN'] as const) {
        const titles = titlesOf(kind, language);
        expect(titles).toHaveLength(COLUMNS_OF_EXPORT[kind].length);
        expect(new Set(titles).size).toBe(titles.length);
      }
  });

  test('columns of a sheet are counted A, Z, AA, AZ, BA, ZZ, AAA', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  test('a figure is a number of the sheet; a text is a text, never a formula, and well-formed whatever stands in it', () => {
    const columns = [{ holds: 'TEXT' }, { holds: 'FIGURE' }, { holds: 'FIGURE' }] as const;
    expect(sheetRow(2, columns, ['=1+1<&', '12.50', null])).toBe(
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1&lt;&amp;</t></is></c><c r="B2"><v>12.50</v></c></row>',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const xml = sheetRow(1, columns, [value, value, null]);
        // eslint-disable-next-line no-control-regex -- what XML cannot hold
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
        expect(xml.isWellFormed()).toBe(true);
        expect(xml.replace(/<\/?(?:row|c|is|t|v)(?: [^<>]*)?>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
