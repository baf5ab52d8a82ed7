import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** An empty directory that the user who runs PostgreSQL can enter, unless `mode` says otherwise. */
export async function temporaryDirectory(mode = 0o711): Promise<string> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'guanjia-test-')));
  await chmod(directory, mode);
  made.push(directory);
  return directory;
}

/** Removes the directories made here, and the place that a data directory in them (`data`, or itself) says it uses. */
export async function removeTemporaryDirectories(): Promise<void> {
  for (const directory of made.splice(0)) {
    for (const dataDir of [directory, join(directory, 'data')]) {
      const location = await readFile(join(dataDir, 'pg-location.txt'), 'utf8').catch(() => undefined);
      if (location !== undefined) await rm(location.trim(), { recursive: true, force: true });
    }
    await rm(directory, { recursive: true, force: true });
  }
}
