import { csvField } from '../import/csv-record.js';

/** What stands in a cell: a figure or a text that a person wrote; null is an empty cell. */
export type Cell = string | number | null;

/** What a spreadsheet takes for the beginning of a formula, full-width forms included, also behind blanks. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** What looks like one and is a figure or a telephone number: signs, digits and blanks that no spreadsheet reckons with. */
const FIGURE = /^[+-]?\d+(?:[.,]\d+)*%?$/;
const TELEPHONE = /^\+\d[\d ()-]*$/;

/**
 * A text that no spreadsheet takes for a formula: it begins with an apostrophe where it would. Figures stay as they are;
 * a telephone number with a country code keeps its digits and has blanks for hyphens, since hyphens would be reckoned.
 */
export function harmless(text: string): string {
  if (!FORMULA.test(text) || FIGURE.test(text)) return text;
  return TELEPHONE.test(text) ? text.replace(/[()-]+/g, ' ').trim() : `'${text}`;
}

/** Marks a file as UTF-8 for spreadsheets that would guess. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One record of a CSV file as RFC 4180 has it, its line end included. */
export const csvLine = (cells: readonly Cell[]): string =>
  `${cells.map((cell) => (cell === null ? '' : csvField(typeof cell === 'number' ? String(cell) : harmless(cell), ','))).join(',')}\r\n`;
