import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { aboutLines, ABOUT_COLUMNS } from '../../domain/metric-export/about-export.js';
import { COLUMNS_OF_EXPORT, titlesOf, type ExportedLine } from '../../domain/metric-export/export-columns.js';
import { SHEET_FOOT, SHEET_HEAD, sheetRow } from '../../domain/metric-export/sheet-xml.js';
import { WORKBOOK_PARTS, TITLE_STYLE } from '../../domain/metric-export/workbook-parts.js';
import type { ExportToWrite } from '../../services/metric-export/start-metric-export.js';
import { draftLines } from './draft-lines.js';
import type { Snapshot } from './take-snapshot.js';
import { writeHashed, type Written } from './write-hashed.js';

/** So many characters go through the packer together. */
const CHUNK = 64 * 1024;

/**
 * Writes the rows of a draft as a workbook (Office Open XML): a sheet of them, figures as numbers, and a sheet that says what they
 * are, as of when, and what they add up to. It is packed as it is written.
 */
export function writeXlsx(
  order: ExportToWrite,
  snapshot: Snapshot,
  draft: string,
  path: string,
  onRow: (rows: number) => Promise<void>,
): Promise<Written> {
  const { wanted, language } = order;
  // One snapshot has one file, whenever it is written.
  const options = { mtime: snapshot.head.recordedAt, forceDosTimestamp: true };
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  for (const [name, text] of Object.entries(WORKBOOK_PARTS[language])) zip.addBuffer(Buffer.from(text), name, options);
  const rows = sheet(COLUMNS_OF_EXPORT[wanted.kind], titlesOf(wanted.kind, language), draftLines(draft, onRow));
  const about = aboutLines(wanted, language, snapshot);
  const [titles = [], ...rest] = about;
  const parts = [
    ['xl/worksheets/sheet1.xml', rows],
    ['xl/worksheets/sheet2.xml', sheet(ABOUT_COLUMNS, titles, rest)],
  ] as const;
  for (const [name, text] of parts) {
    const stream = Readable.from(text, { objectMode: false });
    stream.on('error', (error) => output.destroy(error));
    zip.addReadStream(stream, name, options);
  }
  zip.end();
  return writeHashed(output, path);
}

async function* sheet(
  columns: Parameters<typeof sheetRow>[1],
  titles: ExportedLine,
  lines: AsyncIterable<ExportedLine> | Iterable<ExportedLine>,
): AsyncGenerator<Buffer> {
  const words = titles.map(() => ({ holds: 'TEXT' as const }));
  let text = SHEET_HEAD + sheetRow(1, words, titles, TITLE_STYLE);
  let row = 1;
  for await (const line of lines) {
    row += 1;
    text += sheetRow(row, columns, line);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text + SHEET_FOOT);
}
