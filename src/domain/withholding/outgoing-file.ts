import { invalidInput } from '../errors.js';
import { amountOf } from '../money/money.js';

/** What a column of an outgoing file holds. */
export const OUTGOING_FIELDS = [
  'REFERENCE',
  'BANK',
  'ACCOUNT',
  'HOLDER',
  'AGREEMENT',
  'AMOUNT',
  'AMOUNT_MINOR',
  'CURRENCY',
  'ROOM',
  'LINE',
  'EMPTY',
] as const;
export type OutgoingField = (typeof OUTGOING_FIELDS)[number];

/** How an outgoing file is written. */
export interface OutgoingMapping {
  /** What parts columns; comma where nothing is said. */
  readonly delimiter?: string | null;
  /** Whether the first line names the columns; yes where nothing is said. */
  readonly header?: boolean | null;
  readonly columns: readonly { readonly name: string; readonly field: OutgoingField }[];
}

/** An item as a file has it. */
export interface OutgoingItem {
  readonly reference: string;
  readonly bank: string;
  readonly account: string;
  readonly holder: string;
  readonly agreement: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly room: string | null;
}

const DELIMITERS = [',', ';', '|', '\t'];

/** @throws INVALID_INPUT unless reference, account and amount stand in it, each column once but EMPTY */
export function assertOutgoing({ delimiter, columns }: OutgoingMapping, path: string): void {
  if (delimiter != null && !DELIMITERS.includes(delimiter))
    throw invalidInput(`${path}.delimiter`, 'must be comma, semicolon, bar or tab');
  const fields = columns.map(({ field }) => field);
  for (const needed of ['REFERENCE', 'ACCOUNT'] as const)
    if (!fields.includes(needed)) throw invalidInput(`${path}.columns`, `must hold ${needed}`);
  if (!fields.includes('AMOUNT') && !fields.includes('AMOUNT_MINOR'))
    throw invalidInput(`${path}.columns`, 'must hold AMOUNT or AMOUNT_MINOR');
  const named = fields.filter((field) => field !== 'EMPTY');
  if (new Set(named).size < named.length) throw invalidInput(`${path}.columns`, 'must hold a field once');
}

/** A cell as CSV has it: in quotes where it holds the delimiter, quotes or a break of lines. */
const cell = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The file of a batch: one line an item, in their order. */
export function outgoingFile(mapping: OutgoingMapping, items: readonly OutgoingItem[]): string {
  const { columns } = mapping;
  const delimiter = mapping.delimiter ?? ',';
  const line = (cells: readonly string[]): string => cells.map((text) => cell(text, delimiter)).join(delimiter);
  const valueOf = (item: OutgoingItem, field: OutgoingField, at: number): string => {
    const values: Readonly<Record<OutgoingField, string>> = {
      REFERENCE: item.reference,
      BANK: item.bank,
      ACCOUNT: item.account,
      HOLDER: item.holder,
      AGREEMENT: item.agreement ?? '',
      AMOUNT: amountOf(item.amountMinor),
      AMOUNT_MINOR: String(item.amountMinor),
      CURRENCY: item.currency,
      ROOM: item.room ?? '',
      LINE: String(at + 1),
      EMPTY: '',
    };
    return values[field];
  };
  const lines = items.map((item, at) => line(columns.map(({ field }) => valueOf(item, field, at))));
  const all = (mapping.header ?? true) ? [line(columns.map(({ name }) => name)), ...lines] : lines;
  return `${all.join('\r\n')}\r\n`;
}
