import { open, readFile, rename, type FileHandle } from 'node:fs/promises';
import { hasCode } from './has-code.js';

/** Opens an empty log, mode 0600, and keeps the one before as `.1`. */
export async function beginServerLog(file: string): Promise<FileHandle> {
  try {
    await rename(file, `${file}.1`);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  return open(file, 'ax', 0o600);
}

/** The last twenty lines, for an error message. */
export async function serverLogTail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-20).join('\n');
}
