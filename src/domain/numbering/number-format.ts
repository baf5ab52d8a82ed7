import { invalidInput } from '../errors.js';

/** A piece of a format: text as it is, or what stands for the estate, the kind, the year, the month or the count. */
export type FormatPart =
  | { readonly token: 'text'; readonly text: string }
  | { readonly token: 'estate' | 'kind' | 'yy' | 'yyyy' | 'mm' }
  | { readonly token: 'seq'; readonly width: number };

/** How numbers of a series are written, in order; exactly one part is the count. */
export type NumberFormat = readonly FormatPart[];

/** Held where a company has said nothing: `E01-R26-00042`. */
export const DEFAULT_NUMBER_FORMAT = '{estate}-{kind}{yy}-{seq:5}';

const MAX_LENGTH = 80;
const PIECE = /\{(estate|kind|yy|yyyy|mm)\}|\{seq(?::([1-9]))?\}|([A-Za-z0-9\u4e00-\u9fff./_#-]+)|(.)/gsu;

/**
 * Reads a format of `{estate} {kind} {yy} {yyyy} {mm} {seq:5}` and text: letters, digits, Chinese characters, `.` `/`
 * `_` `#` `-`. The count has at least the given width, 5 where none is given.
 * @throws INVALID_INPUT with the path when it has something else, names something twice, lacks kind, year or count (a
 * series is one estate's, kind's and year's, and its numbers must say so), or lacks the estate where `ofCompany`
 */
export function readNumberFormat(path: string, text: string, ofCompany: boolean): NumberFormat {
  if (text.length > MAX_LENGTH) throw invalidInput(path, `must have at most ${MAX_LENGTH} characters`);
  const parts = [...text.matchAll(PIECE)].map(([, token, width, literal, strange]): FormatPart => {
    if (strange !== undefined) throw invalidInput(path, `"${strange}" is no part of a number`);
    if (literal !== undefined) return { token: 'text', text: literal };
    if (token === undefined) return { token: 'seq', width: Number(width ?? 5) };
    return { token: token as 'estate' | 'kind' | 'yy' | 'yyyy' | 'mm' };
  });
  const count = (...tokens: FormatPart['token'][]): number =>
    parts.filter(({ token }) => tokens.includes(token)).length;
  if (count('seq') !== 1) throw invalidInput(path, 'must hold {seq} exactly once');
  if (count('kind') !== 1) throw invalidInput(path, 'must hold {kind} exactly once');
  if (count('yy', 'yyyy') !== 1) throw invalidInput(path, 'must hold {yy} or {yyyy} exactly once');
  if (count('estate') > 1 || count('mm') > 1) throw invalidInput(path, 'must not hold a part twice');
  if (ofCompany && count('estate') === 0)
    throw invalidInput(path, 'must hold {estate}, since it is the format of several estates');
  return parts;
}

/** What stands around the count, and how wide it is at least. */
export interface NumberFrame {
  readonly prefix: string;
  readonly width: number;
  readonly suffix: string;
}

/** A format with everything but the count filled in. @param kind the subject's letter @param day local day, `YYYY-MM-DD` */
export function frameOf(format: NumberFormat, of: { estateCode: string; kind: string; day: string }): NumberFrame {
  const values = {
    estate: of.estateCode,
    kind: of.kind,
    yyyy: of.day.slice(0, 4),
    yy: of.day.slice(2, 4),
    mm: of.day.slice(5, 7),
  };
  let [prefix, suffix, width] = ['', '', 0];
  for (const part of format) {
    if (part.token === 'seq') width = part.width;
    else {
      const written = part.token === 'text' ? part.text : values[part.token];
      if (width === 0) prefix += written;
      else suffix += written;
    }
  }
  return { prefix, width, suffix };
}

/** A number as it is written. @param serial the count, from 1 */
export const writeNumber = ({ prefix, width, suffix }: NumberFrame, serial: number): string =>
  `${prefix}${String(serial).padStart(width, '0')}${suffix}`;
