const DAY_MS = 86_400_000;
/** All places of the demo lie eight hours ahead of UTC, without summer time. */
const OFFSET_MS = 8 * 3_600_000;

/** The number of a calendar day, `YYYY-MM-DD`, counted from 1970-01-01. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The calendar day, `YYYY-MM-DD`, of a number. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The instant, in milliseconds since 1970, at which a day begins at the demo's places. */
export const dayStartMs = (day: number): number => day * DAY_MS - OFFSET_MS;

/** The number of the calendar day that an instant, in milliseconds since 1970, lies on at the demo's places. */
export const dayAt = (ms: number): number => Math.floor((ms + OFFSET_MS) / DAY_MS);

/** Whether a text is a calendar day that exists, from 2000 to 2100. */
export const isDay = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(dayNumber(text)) && dayText(dayNumber(text)) === text;
