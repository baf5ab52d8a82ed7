import { RowRejection } from './reject-reason.js';
import type { RowValues } from './template.js';
import type { TimeFormat } from './time-format.js';

/** Full-width digits, letters and signs as plain ones, without spaces around. */
export const halfWidth = (text: string): string => text.normalize('NFKC').trim();

/** How a day follows from a row. */
export interface DayRule {
  readonly column: string;
  /** The first one that fits counts; a time of day beside the day is left out. */
  readonly formats: readonly TimeFormat[];
}

/** The day that a row names, `YYYY-MM-DD`; null where it names none. @throws RowRejection when it is no day */
export function writtenDay(field: string, rule: DayRule, value: RowValues): string | null {
  const text = halfWidth(value(rule.column));
  if (text === '') return null;
  for (const read of rule.formats) {
    const written = read(text);
    if (written) return new Date(written.local).toISOString().slice(0, 10);
  }
  throw new RowRejection('UNREADABLE_DATE', `${field}: ${text.slice(0, 40)}`);
}

const AREA = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,3})0*)?\s*(?:m2|平方米|平米|平方)?$/i;
const MOST_MILLI = 1_000_000_000;

/**
 * Square metres as people write them (`1,088.50`, `８８．５㎡`) in thousandths; null where nothing is written.
 * @throws RowRejection when it is no area above 0 and below a million square metres
 */
export function writtenArea(field: string, text: string): number | null {
  const plain = halfWidth(text);
  if (plain === '') return null;
  const [, whole, fraction = ''] = AREA.exec(plain) ?? [];
  const milli = whole === undefined ? 0 : Number(whole.replaceAll(',', '')) * 1000 + Number(fraction.padEnd(3, '0'));
  if (milli <= 0 || milli >= MOST_MILLI) throw new RowRejection('UNREADABLE_NUMBER', `${field}: ${plain.slice(0, 40)}`);
  return milli;
}

/**
 * A telephone number as it is written, in plain digits; empty where there is none.
 * @throws RowRejection when a spreadsheet has made a rounded figure of it (`1.38E+10`): digits are lost
 */
export function writtenPhone(field: string, text: string): string {
  const plain = halfWidth(text).replace(/^(\d{7,})\.0$/, '$1');
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(plain)) throw new RowRejection('DAMAGED_NUMBER', field);
  return plain;
}
