import type { FileRules } from '../import/import-mapping.js';
import { JsonReader } from '../import/json-reader.js';
import {
  columnsOfRules,
  columnsOfTexts,
  readDay,
  readFileRules,
  template,
  type NamedColumn,
} from '../import/mapping-parts.js';
import { RowRejection } from '../import/reject-reason.js';
import { lineReader, orRejection } from '../import/row-texts.js';
import type { RowValues, Template } from '../import/template.js';
import { halfWidth, writtenDay, type DayRule } from '../import/written-value.js';
import { HIGHEST_AMOUNT } from '../ledger/ledger-amount.js';
import type { Currency } from '../money/money.js';

/** How the lines of a bank's or channel's file are read. */
export interface BankMapping {
  readonly file: FileRules;
  readonly amount: { readonly column: string };
  /** What the channel keeps of it. */
  readonly fee: { readonly column: string } | null;
  /** Where the currency stands; without it all lines are in that of the accounts. */
  readonly currency: { readonly column: string } | null;
  readonly bookedDay: DayRule;
  /** The number by which the bank knows the money. */
  readonly bankReference: Template;
  /** What the payer wrote: the unit is looked for in it. */
  readonly payerReference: Template | null;
}

/** A line as the file has it. */
export interface BankLineDraft {
  readonly bankReference: string;
  readonly payerReference: string | null;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly bookedDay: string;
}

const column = (reader: JsonReader): { readonly column: string } => ({
  column: reader.fields(['column']).column.text(),
});

/**
 * Reads a mapping of a bank's file.
 * @throws INVALID_INPUT with the path of the key that is wrong
 */
export function readBankMapping(json: unknown, path = ''): BankMapping {
  const all = new JsonReader(json, path).fields([
    'file',
    'amount',
    'fee',
    'currency',
    'bookedDay',
    'bankReference',
    'payerReference',
  ]);
  return {
    file: readFileRules(all.file.absent ? new JsonReader({}, all.file.path) : all.file, false),
    amount: column(all.amount),
    fee: all.fee.maybe(column),
    currency: all.currency.maybe(column),
    bookedDay: readDay(all.bookedDay),
    bankReference: template(all.bankReference),
    payerReference: all.payerReference.maybe(template),
  };
}

/** The columns that a mapping of a bank's file names. */
export const columnsOfBankFile = ({ amount, fee, currency, bookedDay, ...texts }: BankMapping): NamedColumn[] => [
  ...columnsOfTexts({ bankReference: texts.bankReference, payerReference: texts.payerReference }),
  ...columnsOfRules({ amount, fee, currency, bookedDay }),
];

const BANK_REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
const AMOUNT = /^\+?(?:[A-Z]{3}|[¥￥$])?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2})0*)?$/i;
/** Longest text that is kept of what a payer wrote. */
const MAX_PAYER_REFERENCE = 140;

/** A line as money that came in, or why it is none: money that left, and what is not exact to the cent, is none. */
export const mapBankLine = (
  mapping: BankMapping,
  value: RowValues,
  { currency, today }: { readonly currency: Currency; readonly today: string },
): BankLineDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader((name) => halfWidth(value(name)));
    const bankReference = line('bankReference', mapping.bankReference, 200).replace(/\s+/g, '');
    if (!BANK_REFERENCE.test(bankReference)) throw new RowRejection('NO_REFERENCE');
    const said = mapping.currency ? halfWidth(value(mapping.currency.column)).toUpperCase() : currency;
    if (said !== currency) throw new RowRejection('UNKNOWN_VALUE', 'currency');
    const bookedDay = writtenDay('bookedDay', mapping.bookedDay, value);
    if (bookedDay === null) throw new RowRejection('UNREADABLE_DATE', 'bookedDay');
    if (bookedDay > today || bookedDay < '1990-01-01') throw new RowRejection('IMPOSSIBLE_TIME', 'bookedDay');
    const amountMinor = minorOf('amount', value(mapping.amount.column));
    const feeText = mapping.fee ? halfWidth(value(mapping.fee.column)) : '';
    const feeMinor = feeText === '' || /^0+(\.0+)?$/.test(feeText) ? 0 : minorOf('fee', feeText.replace(/^-/, ''));
    if (feeMinor >= amountMinor) throw new RowRejection('UNREADABLE_NUMBER', 'fee');
    const payerReference = line('payerReference', mapping.payerReference, 4_000).slice(0, MAX_PAYER_REFERENCE) || null;
    return { bankReference, payerReference, amountMinor, feeMinor, bookedDay };
  });

/** @throws RowRejection unless it is above zero and exact to the hundredth */
function minorOf(field: string, text: string): number {
  const [, whole, fraction = ''] = AMOUNT.exec(halfWidth(text)) ?? [];
  const minor = whole === undefined ? 0 : Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (minor <= 0 || minor > HIGHEST_AMOUNT) throw new RowRejection('UNREADABLE_NUMBER', field);
  return minor;
}
