import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStore } from '../../src/server/files/disk-store.js';
import { openHouse, type HouseOptions, type OpenHouse } from '../../src/server/house.js';
import { cloneDatabase, type TestDatabase } from './test-database.js';

export const TEST_SECRET = 'a-secret-for-tests-of-at-least-32-characters';

/** A house on a database of its own, with what a test needs to look behind the fence. */
export interface TestHouse extends OpenHouse {
  readonly database: TestDatabase;
  /** Errors that the house reported beside its answers. */
  readonly reported: unknown[];
}

/** Opens a house on a fresh clone of the migrated template; `close()` also drops the database. */
export async function openTestHouse(
  options: Pick<HouseOptions, 'clock' | 'poolSize' | 'patience' | 'files' | 'mail'> & {
    /** The address that the house reaches its database by; its own unless told otherwise. */
    readonly reachedBy?: (apiUrl: string) => Promise<string>;
  } = {},
): Promise<TestHouse> {
  const database = await cloneDatabase();
  const reported: unknown[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'guanjia-files-'));
  const house = await openHouse({
    apiUrl: (await options.reachedBy?.(database.apiUrl)) ?? database.apiUrl,
    secret: TEST_SECRET,
    outboundLoopback: true,
    files: options.files ?? (await DiskStore.open(folder)),
    onError: (error) => reported.push(error),
    ...options,
  });
  return {
    ...house,
    database,
    reported,
    close: async () => {
      await house.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
