import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../embedded/running-process.js';

const FORM = /^drafts-(\d+)-/;

/** A new folder for uploads that are not whole yet; what processes that are gone have left in theirs is removed. */
export async function draftsFolder(folder: string): Promise<string> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(FORM.exec(name)?.[1] ?? 0);
    if (pid > 0 && !(await isRunning(pid))) await rm(join(folder, name), { recursive: true, force: true });
  }
  const drafts = join(folder, `drafts-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  return drafts;
}
