import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running PostgreSQL says about itself in the `postmaster.pid` of its cluster. */
export interface PostmasterFile {
  pid: number;
  /** The cluster as the server was started on it. */
  cluster: string;
  port: number | undefined;
}

/** Undefined when there is none that can be read, as after an orderly stop. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, directory, , port] = text.split('\n');
  if (!Number.isSafeInteger(Number(pid)) || Number(pid) <= 0 || directory === undefined) return undefined;
  return { pid: Number(pid), cluster: directory, port: port === undefined ? undefined : Number(port) };
}
