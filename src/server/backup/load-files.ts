import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../tenancy/files/file-store.js';
import { keyOf } from './manifest.js';
import { entriesOf } from './read-backup.js';

/** Puts the attachments of a verified backup into a store. A key has one content for ever, so what is there stays as it is. */
export async function loadFiles(store: FileStore, file: string): Promise<void> {
  const draft = join(store.drafts, randomBytes(12).toString('hex'));
  try {
    for await (const { name, body } of entriesOf(file)) {
      const key = keyOf(name);
      if (key === undefined) continue;
      await writeFile(draft, body, { mode: 0o600 });
      await store.put(key, draft, { mediaType: 'application/octet-stream', bytes: body.length });
    }
  } finally {
    await rm(draft, { force: true });
  }
}
