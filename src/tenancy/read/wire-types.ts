import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = pg.types.builtins.TIMESTAMPTZ;

const usualInstant = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** How answers of the database become values: counts as numbers, calendar days as text, instants as dates. */
export const wireTypes = new pg.TypeOverrides();
wireTypes.setTypeParser(INT8, Number);
wireTypes.setTypeParser(DATE, (value: string) => value);
wireTypes.setTypeParser(TIMESTAMPTZ, (value: string) => instantOf(value) ?? usualInstant(value));

/**
 * The instant of `2026-11-22 08:30:00.123456+00`, to milliseconds; null for years of another length, offsets with minutes,
 * and what is no instant. The driver's own reader serves those, with patterns that take eight times as long.
 */
function instantOf(text: string): Date | null {
  const end = text.length - 3;
  const sign = text.charCodeAt(end);
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(10) !== 0x20 || end < 19) return null;
  if (sign !== 0x2b && sign !== 0x2d) return null;
  let fraction = 0;
  if (end > 19) fraction = digits(text, 20, Math.min(end, 23)) * (end >= 23 ? 1 : end === 22 ? 10 : 100);
  const hours = digits(text, 11, 13) - (sign === 0x2b ? 1 : -1) * digits(text, end + 1, end + 3);
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  // Years below 100 are taken for those of the last century.
  if (year < 100) return null;
  return new Date(Date.UTC(year, month - 1, day, hours, digits(text, 14, 16), digits(text, 17, 19), fraction));
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - 0x30;
  return number;
}
