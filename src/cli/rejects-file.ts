import { open, rm, type FileHandle } from 'node:fs/promises';
import { invalidInput } from '../domain/errors.js';
import { csvField } from '../domain/import/csv-record.js';
import type { RejectedRow } from '../services/import/import-file.js';

/** Rows whose text is not one well-formed record; they stand in the file as one quoted field. */
const TORN = ['BROKEN_QUOTE', 'INVALID_ENCODING', 'RECORD_TOO_LONG'];

/**
 * The rows that an import did not take: three columns (line in the source, code, reason) before the row as it stands
 * there. Corrected, it can be imported by the same mapping, which does not look at the three. In UTF-8.
 */
export class RejectsFile {
  #header = '';
  #rows = 0;

  private constructor(
    readonly path: string,
    private readonly delimiter: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * Opens the file; what an earlier import left in it stays until there is something to write, or nothing to reject.
   * @throws INVALID_INPUT when it cannot be written
   */
  static async open(path: string, delimiter: string): Promise<RejectsFile> {
    const handle = await open(path, 'a').catch((error: unknown) => {
      throw invalidInput('--rejects', `cannot be written: ${(error as Error).message}`);
    });
    return new RejectsFile(path, delimiter, handle);
  }

  /** The path when it holds rows; null when there was nothing to write. */
  get written(): string | null {
    return this.#rows > 0 ? this.path : null;
  }

  /** Takes the source's header, as it stands there. */
  header(raw: string): void {
    this.#header = this.#line('import_line', 'import_code', 'import_reason', raw);
  }

  /** Appends rows; the first ones replace what was in the file. */
  async append(rows: readonly RejectedRow[]): Promise<void> {
    const lines = rows.map(({ line, raw, rejection: { code, message } }) => {
      const source = TORN.includes(code) ? csvField(raw, this.delimiter) : raw;
      return this.#line(String(line), code, csvField(message, this.delimiter), source);
    });
    if (this.#rows === 0) {
      if ((await this.handle.stat()).isFile()) await this.handle.truncate(0);
      lines.unshift(this.#header);
    }
    await this.handle.appendFile(lines.join(''));
    this.#rows += rows.length;
  }

  /** Closes it. A file without rows of this import is removed when the import is complete, or when it is empty. */
  async close(complete: boolean): Promise<void> {
    const status = await this.handle.stat();
    await this.handle.close();
    if (status.isFile() && this.#rows === 0 && (complete || status.size === 0)) await rm(this.path, { force: true });
  }

  #line(...fields: string[]): string {
    return `${fields.join(this.delimiter)}\n`;
  }
}
