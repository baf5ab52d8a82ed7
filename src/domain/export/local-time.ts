const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as clocks of an IANA zone show it, `YYYY-MM-DD HH:mm:ss`, which spreadsheets read as a time. */
export function localTime(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
