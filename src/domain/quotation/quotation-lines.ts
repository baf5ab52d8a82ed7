import { invalidInput } from '../errors.js';
import { minorOf, type Currency, type Money } from '../money/money.js';
import { costOf, quantityToMilli } from '../money/quantity.js';
import { HIGHEST_PRICE, type ListedPrice, type PriceKind } from '../price/price.js';

/** A line as it is asked for: from the price list by its code, or free with everything said. */
export interface AskedLine {
  readonly code?: string | null;
  readonly kind?: PriceKind | null;
  readonly name?: string | null;
  readonly unit?: string | null;
  readonly price?: Money | null;
  readonly quantity: string;
}

/** A line as it is kept: what it cost that day stays, whatever becomes of the list. */
export interface QuotationLine extends Omit<ListedPrice, 'code'> {
  /** Of the price list; null for a free line. */
  readonly code: string | null;
  readonly quantityMilli: number;
  readonly amountMinor: number;
}

/** What lines come to. */
export interface QuotationSum {
  readonly currency: Currency;
  readonly labourMinor: number;
  readonly partsMinor: number;
  readonly totalMinor: number;
}

/**
 * A line with its price: of the list of that day, or its own.
 * @throws INVALID_INPUT with the path of what is missing, said twice, or not on the list
 */
export function quotationLine(path: string, asked: AskedLine, list: ReadonlyMap<string, ListedPrice>): QuotationLine {
  const quantityMilli = quantityToMilli(`${path}.quantity`, asked.quantity);
  const priced = asked.code == null ? freePrice(path, asked) : listedPrice(path, asked, asked.code, list);
  return { ...priced, quantityMilli, amountMinor: costOf(quantityMilli, priced.priceMinor) };
}

const OWN = ['kind', 'name', 'unit', 'price'] as const;

function listedPrice(path: string, asked: AskedLine, code: string, list: ReadonlyMap<string, ListedPrice>) {
  const said = OWN.find((field) => asked[field] != null);
  if (said) throw invalidInput(`${path}.${said}`, 'is said by the price list where a code is given');
  const found = list.get(code);
  if (!found) throw invalidInput(`${path}.code`, 'is no price of this estate on this day');
  return found;
}

function freePrice(path: string, { kind, name, unit, price }: AskedLine) {
  if (kind == null || name == null || unit == null || price == null) {
    const missing = OWN.find((field) => ({ kind, name, unit, price })[field] == null) ?? 'code';
    throw invalidInput(`${path}.${missing}`, 'is needed where no code is given');
  }
  const priceMinor = minorOf(`${path}.price`, price, HIGHEST_PRICE);
  return { code: null, kind, name, unit, priceMinor, currency: price.currency };
}

/**
 * What the lines of a quotation come to, labour and parts apart.
 * @throws INVALID_INPUT when they are not of one currency
 */
export function sumOf(path: string, lines: readonly QuotationLine[]): QuotationSum {
  const currency = lines[0]?.currency;
  if (currency === undefined) throw invalidInput(path, 'must have at least one line');
  const other = lines.findIndex((line) => line.currency !== currency);
  if (other >= 0) throw invalidInput(`${path}.${other}`, 'must be of the same currency as the others');
  const sum = (kind: PriceKind): number =>
    lines.reduce((total, line) => (line.kind === kind ? total + line.amountMinor : total), 0);
  const [labourMinor, partsMinor] = [sum('LABOUR'), sum('PART')];
  return { currency, labourMinor, partsMinor, totalMinor: labourMinor + partsMinor };
}
