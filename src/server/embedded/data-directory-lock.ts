import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isRunning, startMark } from './running-process.js';
import { isSystemError } from './system-error.js';

/** Held from start to stop by the one program that uses a data directory. */
export interface DataDirectoryLock {
  release(): Promise<void>;
}

interface Holder {
  pid: number;
  startedAt: string;
  startMark: string | undefined;
}

/** Another living program (or this one, a second time) uses the data directory. */
export class DataDirectoryInUseError extends Error {
  override readonly name = 'DataDirectoryInUseError';

  constructor(
    readonly directory: string,
    readonly pid: number,
    startedAt: string,
  ) {
    super(
      `The data directory ${directory} is in use by process ${pid} (since ${startedAt}): stop that program, or give this one another DATA_DIR.`,
    );
  }
}

/**
 * Takes `guanjia.lock` in an existing directory. The lock of a program that has ended is taken over, also when its
 * process id has gone to another process since.
 * @throws DataDirectoryInUseError when its holder lives
 */
export async function lockDataDirectory(directory: string): Promise<DataDirectoryLock> {
  const file = join(directory, 'guanjia.lock');
  const mine: Holder = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    startMark: await startMark(process.pid),
  };
  const text = `${JSON.stringify({ ...mine, token: randomBytes(8).toString('hex') })}\n`;
  while (!(await place(file, text))) {
    const found = await settledText(file);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (holder !== undefined && (await lives(holder))) {
      throw new DataDirectoryInUseError(directory, holder.pid, holder.startedAt);
    }
    await removeStale(file, found);
  }
  return {
    release: async () => {
      if ((await readOrUndefined(file)) === text) await rm(file, { force: true });
    },
  };
}

async function place(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** The lock's text; one that its writer has created but not filled yet gets a second to be filled. */
async function settledText(file: string): Promise<string | undefined> {
  let text = await readOrUndefined(file);
  for (let round = 0; round < 40 && text !== undefined && parseHolder(text) === undefined; round++) {
    await delay(25);
    text = await readOrUndefined(file);
  }
  return text;
}

/** Removes the lock that was found stale, and no other: of two programs that find it, the slower puts the quicker's back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readOrUndefined(aside)) !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function lives(holder: Holder): Promise<boolean> {
  if (!(await isRunning(holder.pid))) return false;
  const mark = await startMark(holder.pid);
  return mark === undefined || holder.startMark === undefined || mark === holder.startMark;
}

async function readOrUndefined(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseHolder(text: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('pid' in value) || !Number.isSafeInteger(value.pid)) {
    return undefined;
  }
  return {
    pid: Number(value.pid),
    startedAt: 'startedAt' in value ? String(value.startedAt) : 'an unknown time',
    startMark: 'startMark' in value && typeof value.startMark === 'string' ? value.startMark : undefined,
  };
}
