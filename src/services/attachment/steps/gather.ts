import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalidInput } from '../../../domain/errors.js';

/** What has come, in a local file. */
export interface Gathered {
  readonly path: string;
  readonly sha256: string;
  /** The first bytes, by which the type is told. */
  readonly head: Buffer;
}

/** Bytes that tell a type. */
const HEAD_BYTES = 4100;

/**
 * Writes a stream into a local file, hashed on its way; the whole never lies in memory.
 * @param bytes how many there must be
 * @throws INVALID_INPUT bytes when there are fewer or more; no more than that many are read
 * @throws Error when the stream breaks off
 */
export async function gather(source: Readable, path: string, bytes: number): Promise<Gathered> {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let count = 0;
  const looked = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      if (count < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - count));
      count += chunk.length;
      if (count > bytes) {
        done(invalidInput('bytes', `there are more than the ${bytes} that were announced`, { announced: bytes }));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, looked, createWriteStream(path, { mode: 0o600 }));
  if (count !== bytes)
    throw invalidInput('bytes', `there are ${count} instead of the ${bytes} that were announced`, {
      announced: bytes,
      found: count,
    });
  return { path, sha256: hash.digest('hex'), head: Buffer.concat(head) };
}
