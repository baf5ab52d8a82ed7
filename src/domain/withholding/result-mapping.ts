import { invalidInput } from '../errors.js';
import type { FileRules } from '../import/import-mapping.js';
import type { NamedColumn } from '../import/mapping-parts.js';
import { RowRejection } from '../import/reject-reason.js';
import { readTimeFormat } from '../import/time-format.js';
import { orRejection } from '../import/row-texts.js';
import { halfWidth, writtenDay, type DayRule } from '../import/written-value.js';
import { HIGHEST_AMOUNT } from '../ledger/ledger-amount.js';
import type { FailureReason } from './withholding-life.js';

/** How the lines of a bank's answer are read. */
export interface ResultMapping {
  readonly delimiter: FileRules['delimiter'];
  readonly skipLines: number;
  /** Columns: our reference, the status, the sum withheld; what the channel keeps, the day, the bank's own number where they are. */
  readonly reference: string;
  readonly status: string;
  readonly amount: string;
  readonly fee: string | null;
  readonly day: DayRule | null;
  readonly bankReference: string | null;
  /** What stands in the status where it was withheld. */
  readonly paid: readonly string[];
  /** What the bank's other codes mean. */
  readonly failures: readonly { readonly code: string; readonly reason: FailureReason }[];
}

/** A mapping as clients say it. */
export interface SaidResultMapping {
  readonly delimiter?: string | null;
  readonly skipLines?: number | null;
  readonly reference: string;
  readonly status: string;
  readonly amount: string;
  readonly fee?: string | null;
  readonly day?: string | null;
  readonly dayFormats?: readonly string[] | null;
  readonly bankReference?: string | null;
  readonly paid: readonly string[];
  readonly failures?: readonly { readonly code: string; readonly reason: FailureReason }[] | null;
}

/** @throws INVALID_INPUT with the path of what is wrong: what parts columns, a day without its forms, a code that means two things */
export function readResultMapping(said: SaidResultMapping, path: string): ResultMapping {
  const delimiter = DELIMITERS.find((each) => each === (said.delimiter ?? ','));
  if (delimiter === undefined) throw invalidInput(`${path}.delimiter`, 'must be comma, semicolon, bar or tab');
  const formats = (said.dayFormats ?? []).map((text, at) => readTimeFormat(`${path}.dayFormats.${at}`, text));
  if (said.day != null && formats.length === 0)
    throw invalidInput(`${path}.dayFormats`, 'must say how days are written');
  const paid = said.paid.map(halfWidth);
  const failures = (said.failures ?? []).map(({ code, reason }) => ({ code: halfWidth(code), reason }));
  const codes = [...paid, ...failures.map(({ code }) => code)];
  if (new Set(codes).size < codes.length) throw invalidInput(`${path}.failures`, 'must give each code one meaning');
  return {
    ...{ delimiter, skipLines: said.skipLines ?? 0, reference: said.reference, status: said.status },
    ...{ amount: said.amount, fee: said.fee ?? null, bankReference: said.bankReference ?? null, paid, failures },
    day: said.day == null ? null : { column: said.day, formats },
  };
}

const DELIMITERS = [',', ';', '|', '\t'] as const;

/** An answer of the bank to an item. */
export type ResultDraft = { readonly reference: string } & (
  | {
      readonly paid: true;
      readonly amountMinor: number;
      readonly feeMinor: number;
      readonly day: string;
      readonly bankReference: string | null;
    }
  | { readonly paid: false; readonly code: string; readonly reason: FailureReason }
);

const REFERENCE = /^[A-Z0-9-]{1,40}$/;
const BANK_REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
const CODE = /^[\p{L}\p{N}._ -]{1,40}$/u;
const AMOUNT = /^\+?(?:[A-Z]{3}|[¥￥$])?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2})0*)?$/i;

/**
 * A line as an answer, or why it is none. What was withheld has a sum above zero, exact to the hundredth; what was not has
 * the bank's code, which means OTHER where nothing is said about it.
 * @param today days ahead cannot have been; without a day it was withheld today
 */
export function mapResult(
  mapping: ResultMapping,
  value: (column: string) => string,
  today: string,
): ResultDraft | RowRejection {
  const reference = halfWidth(value(mapping.reference)).toUpperCase().replace(/\s/g, '');
  if (!REFERENCE.test(reference)) return new RowRejection('NO_REFERENCE');
  const code = halfWidth(value(mapping.status));
  if (!CODE.test(code)) return new RowRejection('UNKNOWN_VALUE', 'status');
  if (!mapping.paid.includes(code)) {
    const reason = mapping.failures.find((each) => each.code === code)?.reason ?? 'OTHER';
    return { reference, paid: false, code, reason };
  }
  const amountMinor = minorOf(value(mapping.amount));
  const feeText = mapping.fee === null ? '' : halfWidth(value(mapping.fee));
  const feeMinor = feeText === '' || /^-?0+(\.0+)?$/.test(feeText) ? 0 : minorOf(feeText.replace(/^-/, ''));
  if (amountMinor === null || feeMinor === null || feeMinor >= amountMinor)
    return new RowRejection('UNREADABLE_NUMBER', 'amount');
  const rule = mapping.day;
  const day = rule === null ? today : orRejection(() => writtenDay('day', rule, value) ?? '');
  if (day instanceof RowRejection) return day;
  if (day === '') return new RowRejection('UNREADABLE_DATE', 'day');
  if (day > today || day < '1990-01-01') return new RowRejection('IMPOSSIBLE_TIME', 'day');
  const given = mapping.bankReference === null ? '' : halfWidth(value(mapping.bankReference)).replace(/\s/g, '');
  return {
    ...{ reference, paid: true, amountMinor, feeMinor, day },
    bankReference: BANK_REFERENCE.test(given) ? given : null,
  };
}

/** Above zero and exact to the hundredth; null where it is not. */
function minorOf(text: string): number | null {
  const [, whole, fraction = ''] = AMOUNT.exec(halfWidth(text)) ?? [];
  const minor = whole === undefined ? 0 : Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
  return minor > 0 && minor <= HIGHEST_AMOUNT ? minor : null;
}

/** The columns that a mapping of an answer names. */
export const columnsOfResult = (mapping: ResultMapping): NamedColumn[] => {
  const { reference, status, amount, fee, day, bankReference } = mapping;
  const maybe = { fee, day: day?.column ?? null, bankReference };
  return [
    ...Object.entries({ reference, status, amount }),
    ...Object.entries(maybe).flatMap(([path, column]): NamedColumn[] => (column === null ? [] : [[path, column]])),
  ];
};
