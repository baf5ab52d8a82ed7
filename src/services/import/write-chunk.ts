import { IsolationLevel } from '@mikro-orm/core';
import { appendEvents } from '../../events/append-events.js';
import { keepBrought } from '../../metrics/keep-metrics.js';
import type { House } from '../../tenancy/house.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { ChunkResult, ChunkRow, Draft, ImportSubject } from './import-subject.js';

/** What an import needs of the house. */
export type ImportHouse = Pick<House, 'orm' | 'pool' | 'clock' | 'hint'>;

/** Serialization failure, deadlock, lock timeout, and a row that somebody else inserted meanwhile. */
const TRANSIENT = ['40001', '40P01', '55P03', '23505'];
const ATTEMPTS = 10;

/**
 * Writes a chunk of drafts as one transaction with one event an estate. Chunks of one company follow each other, also
 * those of another process, so two imports of one file make everything once.
 */
export async function writeChunk<D extends Draft>(
  house: ImportHouse,
  companyId: string,
  subject: ImportSubject<D>,
  rows: readonly ChunkRow<D>[],
): Promise<ChunkResult> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(house, companyId, subject, rows);
    } catch (error) {
      if (attempt >= ATTEMPTS || !TRANSIENT.includes(String((error as { code?: unknown }).code))) throw error;
    }
  }
}

async function inTransaction<D extends Draft>(
  house: ImportHouse,
  companyId: string,
  subject: ImportSubject<D>,
  rows: readonly ChunkRow<D>[],
): Promise<ChunkResult> {
  const em = house.orm.em.fork({ session: { variables: houseVariables(companyId) } });
  await em.begin({ isolationLevel: IsolationLevel.READ_COMMITTED });
  try {
    const [turn] = await em.execute<{ ms: string }[]>(
      `select (extract(epoch from now()) * 1000)::bigint::text as ms
         from (select pg_advisory_xact_lock(hashtextextended(?, 0))) as turn`,
      [`guanjia import ${companyId}`],
    );
    const now = house.clock?.now() ?? new Date(Number(turn?.ms));
    const result = await subject.write({ em, companyId, now }, rows);
    for (const measured of result.measured ?? []) await keepBrought(executeOf(em), companyId, measured, now);
    if (result.events.length > 0) await appendEvents(executeOf(em), companyId, result.events, null);
    await em.commit();
    house.hint(companyId);
    return result;
  } catch (error) {
    await em.rollback().catch(() => undefined);
    throw error;
  }
}
