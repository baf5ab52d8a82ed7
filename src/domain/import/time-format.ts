import { invalidInput } from '../errors.js';

/** A time as a file writes it: a local day, with the time of day and the offset where they are written. */
interface WrittenTime {
  /** Milliseconds as if the local time were UTC; a day alone stands at its midnight. */
  readonly local: number;
  readonly hasTimeOfDay: boolean;
  /** Milliseconds ahead of UTC, where the text itself says so. */
  readonly offset: number | null;
}

/** Reads one way of writing a time; null where the text is written otherwise or names no such day. */
export type TimeFormat = (text: string) => WrittenTime | null;

type Part =
  'year' | 'shortYear' | 'month' | 'day' | 'hour' | 'hour12' | 'minute' | 'second' | 'fraction' | 'half' | 'offset';

const TOKENS: Readonly<Record<string, readonly [Part, string]>> = {
  YYYY: ['year', '\\d{4}'],
  YY: ['shortYear', '\\d{2}'],
  MM: ['month', '\\d{2}'],
  M: ['month', '\\d{1,2}'],
  DD: ['day', '\\d{2}'],
  D: ['day', '\\d{1,2}'],
  HH: ['hour', '\\d{2}'],
  H: ['hour', '\\d{1,2}'],
  hh: ['hour12', '\\d{2}'],
  h: ['hour12', '\\d{1,2}'],
  mm: ['minute', '\\d{2}'],
  ss: ['second', '\\d{2}'],
  SSS: ['fraction', '\\d{1,9}'],
  A: ['half', '[AaPp]\\.?[Mm]\\.?'],
  Z: ['offset', 'Z|[+-]\\d{2}:?\\d{2}'],
};
const PIECE = /\[([^\]]*)\]|YYYY|YY|MM?|DD?|HH?|hh?|mm|ss|SSS|A|Z|[^A-Za-z[\]]|(.)/g;

/**
 * Reads a pattern of YYYY YY M MM D DD H HH h hh mm ss SSS A Z; other letters stand in brackets: `YYYY-MM-DD[T]HH:mm`.
 * Two-digit years are 1970 to 2069.
 * @throws INVALID_INPUT with the path when it has other letters, names something twice, or lacks year, month or day
 */
export function readTimeFormat(path: string, pattern: string): TimeFormat {
  const parts: Part[] = [];
  let source = '';
  for (const [piece, literal, unknown] of pattern.matchAll(PIECE)) {
    const token = TOKENS[piece];
    if (unknown !== undefined) throw invalidInput(path, `"${unknown}" is no part of a time; put text in [brackets]`);
    if (token) {
      parts.push(token[0]);
      source += `(${token[1]})`;
    } else source += (literal ?? piece).replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  }
  const has = (...wanted: Part[]): boolean => wanted.some((part) => parts.includes(part));
  if (new Set(parts).size !== parts.length) throw invalidInput(path, `"${pattern}" names a part twice`);
  if (!has('year', 'shortYear') || !has('month') || !has('day'))
    throw invalidInput(path, `"${pattern}" must name year, month and day, such as YYYY-MM-DD HH:mm`);
  if (has('hour12') !== has('half')) throw invalidInput(path, `"${pattern}" must have both h and A, or H alone`);
  if (has('minute') !== has('hour', 'hour12')) throw invalidInput(path, `"${pattern}" must have both hour and minute`);
  const whole = new RegExp(`^${source}$`);
  return (text) => {
    const found = whole.exec(text);
    return found ? assemble(new Map(parts.map((part, i) => [part, found[i + 1] ?? '']))) : null;
  };
}

function assemble(found: ReadonlyMap<Part, string>): WrittenTime | null {
  const number = (part: Part): number => Number(found.get(part) ?? 0);
  const short = number('shortYear');
  const year = found.has('year') ? number('year') : short + (short < 70 ? 2000 : 1900);
  const [month, day] = [number('month'), number('day')];
  const hour = found.has('hour12') ? hourOf(number('hour12'), found.get('half') ?? '') : number('hour');
  const [minute, second] = [number('minute'), number('second')];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Math.floor(Number(`0.${found.get('fraction') ?? '0'}`) * 1000);
  const local = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const named = new Date(local);
  if (year < 1000 || named.getUTCMonth() !== month - 1 || named.getUTCDate() !== day) return null;
  return { local, hasTimeOfDay: found.has('minute'), offset: offsetOf(found.get('offset')) };
}

/** 12 AM is midnight, 12 PM is noon; an hour past 12 is none. */
function hourOf(hour12: number, half: string): number {
  if (hour12 < 1 || hour12 > 12) return Number.POSITIVE_INFINITY;
  return (hour12 % 12) + (/^p/i.test(half) ? 12 : 0);
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
