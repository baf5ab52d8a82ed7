/**
 * What a text says as one record of a CSV file: its fields; `OPEN` while a quoted field is not closed, so that the
 * record may go on in the next line; `BROKEN` where text follows a closing quote.
 */
type CsvRecord = readonly string[] | 'OPEN' | 'BROKEN';

/** Splits one record. A quote opens only at the start of a field; elsewhere it is text (`5" pipe`). */
export function splitRecord(text: string, delimiter: string): CsvRecord {
  if (!text.includes('"')) return text.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, delimiter);
    if (field === 'OPEN') return 'OPEN';
    fields.push(field.text);
    if (field.end === text.length) return fields;
    if (text[field.end] !== delimiter) return 'BROKEN';
    at = field.end + 1;
  }
}

interface Field {
  readonly text: string;
  /** Where the field ends: at the delimiter, or at the end of the text. */
  readonly end: number;
}

function plainField(text: string, at: number, delimiter: string): Field {
  const found = text.indexOf(delimiter, at);
  const end = found < 0 ? text.length : found;
  return { text: text.slice(at, end), end };
}

function quotedField(text: string, at: number): Field | 'OPEN' {
  let content = '';
  for (let from = at + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return 'OPEN';
    content += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { text: content, end: quote + 1 };
    content += '"';
    from = quote + 2;
  }
}

/** A field as it stands in a CSV file: quoted where it must be. */
export function csvField(text: string, delimiter: string): string {
  const plain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
