import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A second folder with the files of a first one, which take no room as long as they lie in both. What is removed from one
 * stays in the other. A folder that is not there has no files.
 */
export async function linkAside(folder: string, aside: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const [from, to] = [join(folder, entry.name), join(aside, entry.name)];
    if (entry.isDirectory()) await linkAside(from, to);
    else {
      await mkdir(aside, { recursive: true, mode: 0o700 });
      // Not every file system knows hard links.
      await link(from, to).catch(() => copyFile(from, to));
    }
  }
}
