import { join } from 'node:path';
import type { FileStore } from '../../tenancy/files/file-store.js';
import type { Environment } from '../env.js';
import { DiskStore } from './disk-store.js';

/** The store that the environment names: a bucket, or else a folder below DATA_DIR. */
export async function openFileStore({ filesS3, dataDir }: Environment): Promise<FileStore> {
  const folder = join(dataDir, 'files');
  if (filesS3 === null) return DiskStore.open(folder);
  // The client of the service is large: who keeps files on disk does not load it.
  const { S3Store } = await import('./s3-store.js');
  return S3Store.open(filesS3, folder);
}
