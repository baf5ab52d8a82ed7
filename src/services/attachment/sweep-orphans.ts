import { sql } from 'kysely';
import { originalKey, readKey } from '../../tenancy/files/file-key.js';
import type { StoredFile } from '../../tenancy/files/file-store.js';
import type { House } from '../../tenancy/house.js';
import { ReadMoment } from '../../tenancy/read/read-moment.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { houseVariables } from '../../tenancy/session-variables.js';
import { FILES_AT_ONCE } from './steps/files-at-once.js';

/** Bytes lie in the store a moment before their row says so: younger ones than a day are left alone. */
const YOUNG_MS = 86_400_000;

/**
 * Removes bytes of a company that no row keeps: what a crash, a refused second upload or a removal has left. Bytes whose
 * row still waits stay, since their upload may be under way.
 * @returns how many files were removed
 */
export async function sweepOrphans(house: House, companyId: string, signal: AbortSignal): Promise<number> {
  let removed = 0;
  const sweep = async (files: readonly StoredFile[]): Promise<void> => {
    for (const { key } of await orphansAmong(house, companyId, files)) {
      await house.files.remove(key);
      removed += 1;
    }
  };
  let chunk: StoredFile[] = [];
  for await (const file of house.files.list(companyId)) {
    if (signal.aborted) return removed;
    chunk.push(file);
    if (chunk.length < FILES_AT_ONCE) continue;
    await sweep(chunk);
    chunk = [];
  }
  await sweep(chunk);
  return removed;
}

/** Those that no row keeps and that are old enough; the clock is the database's, or the house's own. */
async function orphansAmong(house: House, companyId: string, files: readonly StoredFile[]): Promise<StoredFile[]> {
  const ids = [...new Set(files.flatMap(({ key }) => readKey(key)?.id ?? []))];
  if (ids.length === 0) return [];
  const moment = new ReadMoment(house.pool, houseVariables(companyId), null);
  try {
    const rows = await moment.read(
      sqlFor
        .selectFrom('attachment as a')
        .select(['a.id', 'a.state', 'a.sha256'])
        .where('a.company_id', '=', companyId)
        .where(sql<boolean>`a.id = any(${ids}::uuid[])`),
    );
    const exports = await moment.read(
      sqlFor
        .selectFrom('metric_export as x')
        .select(['x.id', 'x.state', 'x.sha256'])
        .where('x.company_id', '=', companyId)
        .where(sql<boolean>`x.id = any(${ids}::uuid[])`),
    );
    const [clock] = await moment.read(sqlFor.selectNoFrom(sql<Date>`now()`.as('now')));
    const now = house.clock?.now() ?? clock?.now ?? new Date(0);
    const byId = new Map([...rows, ...exports].map((row) => [row.id, row]));
    return files.filter(({ key, storedAt }) => {
      const row = byId.get(readKey(key)?.id ?? '');
      if (row?.state === 'AWAITED') return false;
      const { id, sha256 } = row ?? {};
      const kept = row?.state === 'READY' && id && sha256 && key.startsWith(originalKey({ companyId, id, sha256 }));
      return !kept && now.getTime() - storedAt.getTime() > YOUNG_MS;
    });
  } finally {
    await moment.finish();
  }
}
