import { IsolationLevel } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { ImportMapping } from '../../domain/import/import-mapping.js';
import type { TicketDraft } from '../../domain/import/map-row.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { appendEvents } from '../../events/append-events.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { House } from '../../tenancy/house.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { chunkEvents } from './chunk-events.js';
import { draftHash } from './draft-hash.js';
import { findPlaces, type Place } from './find-places.js';
import { findKnownTickets, insertTickets, updateTickets, type TicketToWrite } from './ticket-rows.js';

/** What an import needs of the house. */
export type ImportHouse = Pick<House, 'orm' | 'pool' | 'clock' | 'hint'>;

/** A draft and whether an earlier row of the file had its reference. */
export interface ChunkRow {
  readonly draft: TicketDraft;
  readonly repeated: boolean;
}

/** What became of a row. */
export type Verdict = 'IMPORTED' | 'UPDATED' | 'UNCHANGED' | RowRejection;

/** What became of the rows of a chunk, in their order, and how many places were created for them. */
interface ChunkResult {
  readonly verdicts: readonly Verdict[];
  readonly created: { readonly estates: number; readonly buildings: number; readonly units: number };
}

/** Serialization failure, deadlock, lock timeout, and a row that somebody else inserted meanwhile. */
const TRANSIENT = ['40001', '40P01', '55P03', '23505'];
const ATTEMPTS = 10;

/**
 * Writes a chunk of drafts as one transaction with one event an estate. Chunks of one company follow each other, also
 * those of another process, so two imports of one file make every ticket once.
 */
export async function writeChunk(
  house: ImportHouse,
  companyId: string,
  mapping: ImportMapping,
  rows: readonly ChunkRow[],
): Promise<ChunkResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(house, companyId, (em, now) => write(em, companyId, mapping, rows, now));
    } catch (error) {
      if (attempt >= ATTEMPTS || !TRANSIENT.includes(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

async function inTransaction<T>(
  house: ImportHouse,
  companyId: string,
  work: (em: SqlEntityManager, now: Date) => Promise<T>,
): Promise<T> {
  const em = house.orm.em.fork({ session: { variables: houseVariables(companyId) } });
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    const [turn] = await em.execute<{ ms: string }[]>(
      `select (extract(epoch from now()) * 1000)::bigint::text as ms
         from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as turn`,
      [`guanjia import ${companyId}`],
    );
    const result = await work(em, house.clock?.now() ?? new Date(Number(turn?.ms)));
    await em.commit();
    house.hint(companyId);
    return result;
  } catch (error) {
    await em.rollback().catch(() => undefined);
    throw error;
  }
}

async function write(
  em: SqlEntityManager,
  companyId: string,
  mapping: ImportMapping,
  rows: readonly ChunkRow[],
  now: Date,
): Promise<ChunkResult> {
  const hashes = new Map(rows.map(({ draft }) => [draft, draftHash(draft)]));
  const known = await findKnownTickets(
    em,
    companyId,
    mapping.source,
    rows.map(({ draft }) => draft.reference),
  );
  const verdicts = new Map<TicketDraft, Verdict>();
  const firsts = new Map<string, string>();
  const changed: TicketDraft[] = [];
  for (const { draft, repeated } of rows) {
    const hash = hashes.get(draft) ?? '';
    const before = firsts.get(draft.reference) ?? known.get(draft.reference)?.hash;
    if (before === hash) verdicts.set(draft, 'UNCHANGED');
    else if (repeated) verdicts.set(draft, new RowRejection('DUPLICATE_IN_FILE', draft.reference));
    else changed.push(draft);
    if (!repeated) firsts.set(draft.reference, hash);
  }
  const places = await findPlaces(em, companyId, mapping, changed);
  const fresh: TicketToWrite[] = [];
  const stale: TicketToWrite[] = [];
  for (const draft of changed) {
    const place = places.of(draft);
    const before = known.get(draft.reference) ?? null;
    const verdict = place instanceof RowRejection ? place : verdictOf(place, before?.estateId);
    verdicts.set(draft, verdict);
    if (place instanceof RowRejection || verdict instanceof RowRejection) continue;
    (before ? stale : fresh).push({ draft, place, hash: hashes.get(draft) ?? '', known: before });
  }
  const updated = await updateTickets(em, companyId, stale);
  for (const { draft } of stale)
    if (!updated.has(draft)) verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
  await insertTickets(em, companyId, mapping.source, fresh);
  const written = [...fresh, ...stale.filter(({ draft }) => updated.has(draft))];
  const events = chunkEvents(mapping.source, written, places.created, now);
  if (events.length > 0) await appendEvents(executeOf(em), companyId, events, null);
  const { estates, buildings, units } = places.created;
  return {
    verdicts: rows.map(({ draft }) => verdicts.get(draft) ?? 'UNCHANGED'),
    created: { estates: estates.size, buildings: buildings.length, units: units.length },
  };
}

function verdictOf(place: Place, knownEstateId: string | undefined): Verdict {
  if (knownEstateId === undefined) return 'IMPORTED';
  return knownEstateId === place.estate.id ? 'UPDATED' : new RowRejection('OTHER_ESTATE', place.estate.code);
}
