import type { ExportedColumn, ExportedLine } from './export-columns.js';

/** What XML 1.0 cannot hold, lone surrogates included. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- those are what is taken out
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What a spreadsheet reads as a number. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** The name of a column of a sheet, the first being 0: `A`, `Z`, `AA`. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (at % 26));
}

/** What opens the XML of a sheet whose first row stays in sight. */
export const SHEET_HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';

/** What closes it. */
export const SHEET_FOOT = '</sheetData></worksheet>';

/**
 * A row of a sheet. A text stands in it as a text and never as a formula, whatever it begins with; a figure as a number.
 * @param row its number, from 1 on
 * @param style which of the workbook's styles its cells have
 */
export function sheetRow(
  row: number,
  columns: readonly Pick<ExportedColumn, 'holds'>[],
  line: ExportedLine,
  style = 0,
): string {
  const cells = line.map((value, at) => {
    if (value === null) return '';
    const of = `<c r="${columnName(at)}${row}"${style === 0 ? '' : ` s="${style}"`}`;
    if (columns[at]?.holds === 'FIGURE' && NUMBER.test(value)) return `${of}><v>${value}</v></c>`;
    return `${of} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}
