import { createHash, randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasCode } from './has-code.js';
import { placeFile } from './place-file.js';
import { isRunning, startMark } from './running-process.js';

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
  const outcome = await hold(join(directory, 'guanjia.lock'));
  if ('release' in outcome) return outcome;
  throw new DataDirectoryInUseError(directory, outcome.pid, outcome.startedAt);
}

/** The process id of the living program that uses a directory; undefined when none does. Takes and removes nothing. */
export async function livingHolder(directory: string): Promise<number | undefined> {
  const text = await readOrUndefined(join(directory, 'guanjia.lock'));
  const holder = text === undefined ? undefined : parseHolder(text);
  return holder !== undefined && (await lives(holder)) ? holder.pid : undefined;
}

async function hold(file: string): Promise<DataDirectoryLock | Holder> {
  const { pid } = process;
  const mine: Holder = { pid, startedAt: new Date().toISOString(), startMark: await startMark(pid) };
  const text = `${JSON.stringify({ ...mine, token: randomBytes(8).toString('hex') })}\n`;
  while (!(await placeFile(file, text, 0o644))) {
    const found = await readOrUndefined(file);
    if (found === undefined) continue;
    const holder = parseHolder(found);
    if (holder !== undefined && (await lives(holder))) return holder;
    await removeStale(file, found);
  }
  return { release: async () => rm(file, { force: true }) };
}

/**
 * Removes the stale lock that was found and no later one: whoever does it holds the lock of this very removal, so that
 * a slower program that found it too cannot remove the lock of the quicker.
 */
async function removeStale(file: string, stale: string): Promise<void> {
  const removal = await hold(`${file}.${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`);
  if (!('release' in removal)) {
    await delay(10);
    return;
  }
  try {
    if ((await readOrUndefined(file)) === stale) await rm(file);
  } finally {
    await removal.release();
  }
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
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Undefined for a text that no program placed, as after a loss of power. */
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
