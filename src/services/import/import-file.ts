import { assertColumns } from '../../domain/import/assert-columns.js';
import { RowRejection, type RejectReason } from '../../domain/import/reject-reason.js';
import type { ChunkRow, Draft, ImportSubject, Verdict } from './import-subject.js';
import { readRows, type SourceRow } from './read-rows.js';
import { SeenReferences } from './seen-references.js';
import { writeChunk, type ImportHouse } from './write-chunk.js';

/** A row that was not imported, as it stands in the file, and why. */
export interface RejectedRow {
  readonly line: number;
  readonly raw: string;
  readonly rejection: RowRejection;
}

/** What became of the rows so far; `imported + updated + unchanged + rejected = rows`. */
export interface ImportCounts {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  rejected: number;
  readonly reasons: Partial<Record<RejectReason, number>>;
  /** What was noted about rows that were taken. */
  readonly notes: Record<string, number>;
  /** What was created beside the rows themselves, by kind. */
  readonly created: Record<string, number>;
  /** Whether it was stopped before the end of the file. */
  interrupted: boolean;
}

/** The file, and whom to tell. */
export interface ImportOrder {
  readonly companyId: string;
  readonly input: AsyncIterable<Uint8Array>;
  /** Told once, before the first row: the header as it stands in the file. */
  readonly onHeader?: (raw: string) => void;
  /** Told of the rejected rows of each chunk, in the order of the file, after its commit. */
  readonly onRejected?: (rows: readonly RejectedRow[]) => Promise<void>;
  /** Told after each chunk. */
  readonly onProgress?: (counts: Readonly<ImportCounts>) => void;
  /** Stops it after the chunk that is being written. */
  readonly signal?: AbortSignal;
}

const CHUNK = 1_000;

/**
 * Imports a file in chunks, each one transaction; memory does not grow with the file but for eight bytes a reference. It
 * runs as the house itself, for an operator with the database at hand. An import that was broken off is simply repeated:
 * what is there already is unchanged.
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export async function importFile<D extends Draft>(
  house: ImportHouse,
  subject: ImportSubject<D>,
  order: ImportOrder,
): Promise<ImportCounts> {
  const now = (house.clock?.now() ?? (await databaseTime(house))).getTime();
  const counts: ImportCounts = {
    ...{ rows: 0, imported: 0, updated: 0, unchanged: 0, rejected: 0, interrupted: false },
    ...{ reasons: {}, notes: {}, created: Object.fromEntries(subject.creates.map((kind) => [kind, 0])) },
  };
  const seen = new SeenReferences();
  let columns = new Map<string, number>();
  const onHeader = (header: readonly string[], raw: string): void => {
    assertColumns(subject.columns, header);
    columns = new Map(header.map((name, i) => [name, i]));
    order.onHeader?.(raw);
  };
  const take = async (rows: readonly SourceRow[]): Promise<void> => {
    const verdicts = new Map<SourceRow, Verdict>();
    const chunk: (ChunkRow<D> & { readonly row: SourceRow })[] = [];
    for (const row of rows) {
      const { content } = row;
      const draft =
        content instanceof RowRejection
          ? content
          : subject.read((column) => content[columns.get(column) ?? -1] ?? '', now);
      if (draft instanceof RowRejection) verdicts.set(row, draft);
      else chunk.push({ row, draft, repeated: seen.add(draft.reference) });
    }
    const written = chunk.length > 0 ? await writeChunk(house, order.companyId, subject, chunk) : null;
    chunk.forEach(({ row, draft }, i) => {
      const verdict = written?.verdicts[i] ?? 'UNCHANGED';
      verdicts.set(row, verdict);
      if (!(verdict instanceof RowRejection)) for (const flag of subject.notes(draft)) add(counts.notes, flag);
    });
    for (const [kind, count] of Object.entries(written?.created ?? {})) add(counts.created, kind, count);
    const rejected = rows.flatMap((row): RejectedRow[] => {
      const verdict = verdicts.get(row) ?? 'UNCHANGED';
      note(counts, verdict);
      return verdict instanceof RowRejection ? [{ line: row.line, raw: row.raw, rejection: verdict }] : [];
    });
    if (rejected.length > 0) await order.onRejected?.(rejected);
    order.onProgress?.(counts);
  };
  let waiting: SourceRow[] = [];
  for await (const rows of readRows(order.input, subject.file, onHeader)) {
    waiting = waiting.concat(rows);
    while (waiting.length >= CHUNK && !order.signal?.aborted) await take(waiting.splice(0, CHUNK));
    if (order.signal?.aborted) break;
  }
  if (order.signal?.aborted) counts.interrupted = true;
  else if (waiting.length > 0) await take(waiting);
  return counts;
}

function note(counts: ImportCounts, verdict: Verdict): void {
  counts.rows += 1;
  if (verdict === 'IMPORTED') counts.imported += 1;
  else if (verdict === 'UPDATED') counts.updated += 1;
  else if (verdict === 'UNCHANGED') counts.unchanged += 1;
  else {
    counts.rejected += 1;
    add(counts.reasons, verdict.code);
  }
}

function add<K extends string>(counts: Partial<Record<K, number>>, key: K, count = 1): void {
  counts[key] = (counts[key] ?? 0) + count;
}

async function databaseTime(house: ImportHouse): Promise<Date> {
  const { rows } = await house.pool.query<{ ms: string }>(
    'select (extract(epoch from now()) * 1000)::bigint::text as ms',
  );
  return new Date(Number(rows[0]?.ms));
}
