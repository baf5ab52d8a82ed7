import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './has-code.js';
import { placeFile } from './place-file.js';

const JOURNAL = 'pg.exchange.json';

interface Exchange {
  readonly next: string;
  readonly aside: string;
}

/**
 * Puts a whole cluster in the place of `pg`, which is kept under the name `aside`. What interrupts it before the
 * exchange is noted leaves everything as it was; after that the next start completes it.
 */
export async function exchangeCluster(directory: string, exchange: Exchange): Promise<void> {
  await placeFile(join(directory, JOURNAL), JSON.stringify(exchange), 0o600);
  await finishExchange(directory);
}

/** Completes an exchange that was noted and interrupted. Call it under the lock. */
export async function finishExchange(directory: string): Promise<void> {
  const journal = join(directory, JOURNAL);
  const text = await readFile(journal, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return;
  const { next, aside } = JSON.parse(text) as Exchange;
  const cluster = join(directory, 'pg');
  if (await exists(next)) {
    if (await exists(cluster)) await rename(cluster, aside);
    await rename(next, cluster);
  }
  await rm(journal);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
