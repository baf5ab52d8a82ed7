import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { limitExceeded } from '../../domain/errors.js';
import type { ExportedSum, ExportRight } from '../../domain/metric-export/export-right.js';
import { MOST_EXPORTED_ROWS } from '../../domain/metric-export/export-state.js';
import { exportSource, type ExportSource } from '../../loaders/metric-export/export-source.js';
import type { ExportToWrite } from '../../services/metric-export/start-metric-export.js';
import type { House } from '../../tenancy/house.js';
import type { Principal } from '../../tenancy/principal.js';
import type { HeadOfSnapshot } from '../../tenancy/read/read-moment.js';
import { RequestContext } from '../../tenancy/request-context.js';

/** What was read in one moment of the database; the rows lie in a draft, a line of JSON each. */
export interface Snapshot {
  readonly head: HeadOfSnapshot;
  readonly rows: number;
  readonly sums: readonly ExportedSum[];
  readonly rights: readonly ExportRight[];
}

const NO_EVENTS: HeadOfSnapshot = { epoch: 0, seq: 0, recordedAt: new Date(0) };

/**
 * Reads all that a file is to hold in one moment, as who asked for it, into a draft.
 * @throws DomainError as `exportSource`
 * @throws LIMIT_EXCEEDED for more rows than one snapshot can be read out in
 */
export async function takeSnapshot(
  house: House,
  asker: Principal,
  { id, wanted, language }: ExportToWrite,
  draft: string,
  signal: AbortSignal,
): Promise<Snapshot> {
  const ctx = new RequestContext(house, asker, { requestId: `export ${id}`, address: '', transport: 'http' });
  try {
    const { lines, sums, rights } = await exportSource(ctx, wanted, language);
    const counted = { rows: 0 };
    await pipeline(Readable.from(textOf(lines, counted)), createWriteStream(draft, { mode: 0o600 }), { signal });
    return { head: (await ctx.moment.head()) ?? NO_EVENTS, rows: counted.rows, sums, rights };
  } finally {
    await ctx.end();
  }
}

async function* textOf(lines: ExportSource['lines'], counted: { rows: number }): AsyncGenerator<string> {
  for await (const page of lines) {
    counted.rows += page.length;
    if (counted.rows > MOST_EXPORTED_ROWS)
      throw limitExceeded(`A file has at most ${MOST_EXPORTED_ROWS} rows.`, {
        what: 'metricExportRows',
        limit: MOST_EXPORTED_ROWS,
      });
    yield page.map((line) => `${JSON.stringify(line)}\n`).join('');
  }
}
