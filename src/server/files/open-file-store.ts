import { join } from 'node:path';
import type { FileStore } from '../../tenancy/files/file-store.js';
import type { Environment } from '../env.js';
import { DiskStore } from './disk-store.js';

/** Where files lie on this machine. */
export const filesFolder = (dataDir: string): string => join(dataDir, 'files');

/** The store that the environment names: a bucket, or else a folder below DATA_DIR. */
export async function openFileStore({
  filesS3,
  dataDir,
}: Pick<Environment, 'filesS3' | 'dataDir'>): Promise<FileStore> {
  const folder = filesFolder(dataDir);
  if (filesS3 === null) return DiskStore.open(folder);
  // The client of the service is large: who keeps files on disk does not load it.
  const { S3Store } = await import('./s3-store.js');
  return S3Store.open(filesS3, folder);
}
