import { originalKey, thumbnailKey } from '../../tenancy/files/file-key.js';
import { storedAttachment } from '../../tenancy/files/stored-attachment.js';
import type { House } from '../../tenancy/house.js';

/** Removes the bytes of a file whose row says that it is kept no longer; of any other nothing. */
export async function removeFile(house: House, companyId: string, id: string): Promise<void> {
  const row = await storedAttachment(house, companyId, id);
  if (row?.state !== 'REMOVED' || row.sha256 === null) return;
  const of = { companyId, id, sha256: row.sha256 };
  await Promise.all([originalKey(of), thumbnailKey(of)].map((key) => house.files.remove(key)));
}
