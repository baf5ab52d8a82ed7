import { randomBytes } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { hasCode } from './has-code.js';

/**
 * Creates a file whole or not at all, on disk when it resolves. False, and nothing changed, when there is one already:
 * of several programs that place it at once, one gets true.
 */
export async function placeFile(file: string, text: string, mode: number): Promise<boolean> {
  const draft = `${file}.${randomBytes(6).toString('hex')}.draft`;
  const handle = await open(draft, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}
