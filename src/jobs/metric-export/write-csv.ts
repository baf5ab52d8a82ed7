import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, csvLine } from '../../domain/export/csv-cell.js';
import { titlesOf } from '../../domain/metric-export/export-columns.js';
import type { ExportToWrite } from '../../services/metric-export/start-metric-export.js';
import { draftLines } from './draft-lines.js';
import type { Snapshot } from './take-snapshot.js';
import { writeHashed, type Written } from './write-hashed.js';

/** So many characters go to the disk together. */
const CHUNK = 64 * 1024;

/** Writes the rows of a draft as CSV (RFC 4180, UTF-8 with its mark), which no spreadsheet takes for formulas. */
export const writeCsv = (
  order: ExportToWrite,
  _snapshot: Snapshot,
  draft: string,
  path: string,
  onRow: (rows: number) => Promise<void>,
): Promise<Written> => writeHashed(Readable.from(csvText(order, draft, onRow), { objectMode: false }), path);

async function* csvText(
  { wanted, language }: ExportToWrite,
  draft: string,
  onRow: (rows: number) => Promise<void>,
): AsyncGenerator<Buffer> {
  let text = BYTE_ORDER_MARK + csvLine(titlesOf(wanted.kind, language));
  for await (const line of draftLines(draft, onRow)) {
    text += csvLine(line);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}
