import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataDirectoryInUseError, lockDataDirectory } from '../../../src/server/embedded/data-directory-lock.js';
import { startMark } from '../../../src/server/embedded/running-process.js';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary-directory.js';

afterAll(removeTemporaryDirectories);

async function directoryLockedBy(pid: number, mark: string | undefined): Promise<string> {
  const directory = await temporaryDirectory();
  const holder = { pid, startedAt: '2026-03-01T00:00:00.000Z', startMark: mark };
  await writeFile(join(directory, 'guanjia.lock'), JSON.stringify(holder));
  return directory;
}

test('the lock of a living process is respected, and the refusal names process, time and directory', async () => {
  const directory = await directoryLockedBy(process.ppid, await startMark(process.ppid));
  const refusal = lockDataDirectory(directory);
  await expect(refusal).rejects.toThrow(DataDirectoryInUseError);
  await expect(refusal).rejects.toThrow(
    `The data directory ${directory} is in use by process ${process.ppid} (since 2026-03-01T00:00:00.000Z)`,
  );
});

test('the lock of a process that has ended is taken over', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  const mark = await startMark(pid);
  await ended;
  const directory = await directoryLockedBy(pid, mark);
  const lock = await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(`process ${process.pid} `);
  await lock.release();
});

test('a lock whose process id has gone to a later process is taken over', async () => {
  const directory = await directoryLockedBy(process.ppid, 'an earlier start');
  const lock = await lockDataDirectory(directory);
  await lock.release();
});

test.each(['', 'torn {'])('a lock that a loss of power has emptied or torn (%j) is taken over', async (text) => {
  const directory = await temporaryDirectory();
  await writeFile(join(directory, 'guanjia.lock'), text);
  const lock = await lockDataDirectory(directory);
  await expect(lockDataDirectory(directory)).rejects.toThrow(DataDirectoryInUseError);
  await lock.release();
});

test('of many that find a stale lock at once, one gets it, and a released lock leaves nothing behind', async () => {
  const directory = await directoryLockedBy(process.ppid, 'an earlier start');
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => lockDataDirectory(directory)));
  const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(DataDirectoryInUseError);
  }
  await winners[0]?.value.release();
  expect(await readdir(directory)).toEqual([]);
  await (await lockDataDirectory(directory)).release();
});
