/** A parameter as the database reads it: as text, lists as array literals, instants with offset, other objects as JSON. */
export function wireValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  if (value instanceof Date) return instant(value);
  if (typeof value === 'object') return JSON.stringify(value);
  return (value as number | boolean | bigint).toString();
}

function element(value: unknown): string {
  if (Array.isArray(value)) return wireValue(value) ?? '';
  const text = wireValue(value);
  return text === null ? 'NULL' : `"${/["\\]/.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;
}

/** Years before the first are counted backwards by the database, and those beyond 9999 have no sign there. */
function instant(date: Date): string {
  const year = date.getUTCFullYear();
  const text = date.toISOString();
  if (year >= 1 && year <= 9_999) return text;
  const rest = text.slice(text.indexOf('-', 1));
  return year < 1 ? `${String(1 - year).padStart(4, '0')}${rest} BC` : `${year}${rest}`;
}
