import { invalidInput } from '../../domain/errors.js';
import { splitRecord } from '../../domain/import/csv-record.js';
import type { FileRules } from '../../domain/import/import-mapping.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { readLines, type Line } from './read-lines.js';

/** One row of a file: its fields, or why it has none. */
export interface SourceRow {
  /** Number of its first line in the file, from 1. */
  readonly line: number;
  /** As it stands in the file. */
  readonly raw: string;
  readonly content: readonly string[] | RowRejection;
}

/** Most lines that one record may have, and most characters. */
const MAX_LINES = 100;
const MAX_LENGTH = 65_536;

/**
 * Reads the rows of a CSV file in batches, the header first (told to `onHeader`). Lines before it that the mapping skips,
 * and lines without any content (`,,,`), are no rows. A record that
 * is broken costs one line: reading goes on with the next line, so an open quote cannot swallow what follows it.
 * @throws INVALID_INPUT when there is no readable header
 */
export async function* readRows(
  input: AsyncIterable<Uint8Array>,
  file: FileRules,
  onHeader: (header: readonly string[], raw: string) => void,
): AsyncGenerator<SourceRow[]> {
  const rows = new RowReader(file, onHeader);
  for await (const lines of readLines(input, file.encoding)) yield rows.take(lines, false);
  yield rows.take([], true);
  if (!rows.hasHeader) throw invalidInput('file', 'is empty; its first row must name the columns');
}

class RowReader {
  /** Lines that are not yet a record, and the number of the first. */
  #waiting: Line[] = [];
  #line = 1;
  #columns = 0;

  constructor(
    private readonly file: Pick<FileRules, 'delimiter' | 'skipLines'>,
    private readonly onHeader: (header: readonly string[], raw: string) => void,
  ) {}

  get hasHeader(): boolean {
    return this.#columns > 0;
  }

  take(lines: readonly Line[], last: boolean): SourceRow[] {
    this.#waiting = this.#waiting.concat(lines);
    const rows: SourceRow[] = [];
    let at = 0;
    while (at < this.#waiting.length) {
      const found = this.#recordAt(at, last);
      if (found === 'OPEN') break;
      const raw = this.#raw(at, found.lines);
      const line = this.#line;
      at += found.lines;
      this.#line += found.lines;
      if (found.content === null) continue;
      if (this.hasHeader) rows.push({ line, raw, content: found.content });
      else this.#header(found.content, raw);
    }
    this.#waiting = this.#waiting.slice(at);
    return rows;
  }

  #header(content: readonly string[] | RowRejection, raw: string): void {
    if (content instanceof RowRejection) throw invalidInput('file', `has no readable header: ${content.message}`);
    this.#columns = content.length;
    this.onHeader(
      content.map((name) => name.trim()),
      raw,
    );
  }

  #raw(at: number, lines: number): string {
    return lines === 1
      ? (this.#waiting[at]?.text ?? '')
      : this.#waiting
          .slice(at, at + lines)
          .map((line) => line.text)
          .join('\n');
  }

  /** The record that begins with a waiting line; null content for a blank line; OPEN when more lines must come first. */
  #recordAt(at: number, last: boolean): { lines: number; content: readonly string[] | RowRejection | null } | 'OPEN' {
    const first = this.#waiting[at];
    if (!first || first.text.trim() === '' || this.#line <= this.file.skipLines) return { lines: 1, content: null };
    if (first.fault) return { lines: 1, content: new RowRejection(first.fault) };
    let text = first.text;
    for (let lines = 1; ; lines += 1) {
      const record = splitRecord(text, this.file.delimiter);
      if (typeof record !== 'string') return this.#counted(record, lines);
      const next = this.#waiting[at + lines];
      const mayGoOn = record === 'OPEN' && lines < MAX_LINES && text.length < MAX_LENGTH;
      if (mayGoOn && !next && !last) return 'OPEN';
      if (!mayGoOn || !next || next.fault) return { lines: 1, content: new RowRejection('BROKEN_QUOTE') };
      text += `\n${next.text}`;
    }
  }

  /** A record without content is no row. One of several lines with a wrong number of columns is none: a quote was left open in its first line. */
  #counted(
    record: readonly string[],
    lines: number,
  ): { lines: number; content: readonly string[] | RowRejection | null } {
    if (record.every((field) => field.trim() === '')) return { lines, content: null };
    if (!this.hasHeader || record.length === this.#columns) return { lines, content: record };
    if (lines > 1) return { lines: 1, content: new RowRejection('BROKEN_QUOTE') };
    return { lines, content: new RowRejection('COLUMN_COUNT', `${record.length} of ${this.#columns}`) };
  }
}
