import { open, rm, type FileHandle } from 'node:fs/promises';
import { csvField } from '../domain/import/csv-record.js';
import type { RejectedRow } from '../services/import/import-tickets.js';

/** Rows whose text is not one well-formed record; they stand in the file as one quoted field. */
const TORN = ['BROKEN_QUOTE', 'INVALID_ENCODING', 'RECORD_TOO_LONG'];

/**
 * The rows that an import did not take: three columns (line in the source, code, reason) before the row as it stands
 * there. Corrected, it can be imported by the same mapping, which does not look at the three. In UTF-8.
 */
export class RejectsFile {
  #handle: FileHandle | undefined;
  #header = '';
  #rows = 0;

  constructor(
    readonly path: string,
    private readonly delimiter: string,
  ) {}

  /** The path when it holds rows; null when there was nothing to write. */
  get written(): string | null {
    return this.#rows > 0 ? this.path : null;
  }

  /** Takes the source's header, as it stands there. */
  header(raw: string): void {
    this.#header = this.#line('import_line', 'import_code', 'import_reason', raw);
  }

  /** Appends rows; the file is begun with the first. */
  async append(rows: readonly RejectedRow[]): Promise<void> {
    const lines = rows.map(({ line, raw, rejection: { code, message } }) => {
      const source = TORN.includes(code) ? csvField(raw, this.delimiter) : raw;
      return this.#line(String(line), code, csvField(message, this.delimiter), source);
    });
    if (!this.#handle) {
      this.#handle = await open(this.path, 'w');
      lines.unshift(this.#header);
    }
    await this.#handle.writeFile(lines.join(''));
    this.#rows += rows.length;
  }

  /** Closes it. Without rows, a file of an earlier import under the same name is removed: it would be out of date. */
  async close(): Promise<void> {
    await this.#handle?.close();
    if (this.#rows === 0) await rm(this.path, { force: true });
  }

  #line(...fields: string[]): string {
    return `${fields.join(this.delimiter)}\n`;
  }
}
