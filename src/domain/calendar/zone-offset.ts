/** Offsets change on quarters of an hour only, so one look a quarter is enough. */
const QUARTER_MS = 900_000;
/** Quarters that are remembered a zone: years of requests around each other fit, and memory stays bounded. */
const MAX_REMEMBERED = 20_000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  readonly offsets: Map<number, number>;
}
const zones = new Map<string, Zone>();

/** What an IANA zone's clocks are ahead of UTC at an instant, in milliseconds; whole seconds. */
export function zoneOffset(instant: number, timeZone: string): number {
  let zone = zones.get(timeZone);
  if (!zone) {
    const fields = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const;
    zone = { format: new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields }), offsets: new Map() };
    zones.set(timeZone, zone);
  }
  const quarter = Math.floor(instant / QUARTER_MS);
  let offset = zone.offsets.get(quarter);
  if (offset === undefined) {
    if (zone.offsets.size >= MAX_REMEMBERED) zone.offsets.clear();
    offset = offsetAt(quarter * QUARTER_MS, zone.format);
    zone.offsets.set(quarter, offset);
  }
  return offset;
}

function offsetAt(instant: number, format: Intl.DateTimeFormat): number {
  const at: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) at[type] = Number(value);
  const local = Date.UTC(at['year'] ?? 0, (at['month'] ?? 1) - 1, at['day'], at['hour'], at['minute'], at['second']);
  return local - instant;
}

const DAY_MS = 86_400_000;

/**
 * The instants at which clocks of a zone show a local time (given as if it were UTC): one; none where clocks were put
 * forward over it; two, the earlier first, where they were put back.
 */
export function instantsOf(local: number, timeZone: string): number[] {
  const offsets = [zoneOffset(local - DAY_MS, timeZone), zoneOffset(local + DAY_MS, timeZone)];
  const candidates = [...new Set(offsets)].map((offset) => local - offset);
  return candidates.filter((instant) => instant + zoneOffset(instant, timeZone) === local).sort((a, b) => a - b);
}

/** A local time that clocks skipped, read with the offset from before the change: 2:30 becomes 3:30. */
export const instantAcrossGap = (local: number, timeZone: string): number =>
  local - zoneOffset(local - DAY_MS, timeZone);

/** The first instant of the local day on which a local time (given as if it were UTC) lies. */
export function startOfLocalDay(local: number, timeZone: string): number {
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  return instantsOf(midnight, timeZone)[0] ?? instantAcrossGap(midnight, timeZone);
}

/** The first instant of the day after. */
export const endOfLocalDay = (local: number, timeZone: string): number => startOfLocalDay(local + DAY_MS, timeZone);

/** The local day of an instant, `YYYY-MM-DD`. */
export const localDayOf = (instant: number, timeZone: string): string =>
  new Date(instant + zoneOffset(instant, timeZone)).toISOString().slice(0, 10);
