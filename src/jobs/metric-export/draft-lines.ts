import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ExportedLine } from '../../domain/metric-export/export-columns.js';

/** The rows of a draft, one by one; `onRow` is told how many have gone before. */
export async function* draftLines(draft: string, onRow: (rows: number) => Promise<void>): AsyncGenerator<ExportedLine> {
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(draft), crlfDelay: Infinity })) {
    yield JSON.parse(line) as ExportedLine;
    rows += 1;
    await onRow(rows);
  }
}
