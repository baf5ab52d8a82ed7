import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Where databases lie: in memory where the system offers room for them, since a run makes three hundred. */
export async function fastestFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  return memory && memory.bavail * memory.bsize >= 4 * 2 ** 30 ? '/dev/shm' : tmpdir();
}
