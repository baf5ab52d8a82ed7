import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ByteRange } from '../../domain/attachment/byte-range.js';
import { limitExceeded } from '../../domain/errors.js';
import { readKey } from '../../tenancy/files/file-key.js';
import type { FileStore, StoredFile } from '../../tenancy/files/file-store.js';
import { draftsFolder } from './drafts-folder.js';
import type { S3Settings } from './s3-settings.js';

/** How often the service is asked before it counts as away. */
const ATTEMPTS = 4;
/** When to come back while the service is away, in seconds. */
const RETRY_AFTER = 5;

/** Errors of a network without an answer. */
const NO_ANSWER = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // What the client would say stands in the errors that it throws.
}

/** Whether the service did not answer, or answered that it cannot at present. */
function isOutage(error: unknown): boolean {
  const { $metadata, code, name } = (error ?? {}) as {
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly code?: string;
    readonly name?: string;
  };
  return ($metadata?.httpStatusCode ?? 0) >= 500 || NO_ANSWER.includes(code ?? '') || name === 'TimeoutError';
}

/** What callers are told: of an outage when to come back; all else is an error of ours. */
const told = (error: unknown): unknown =>
  isOutage(error)
    ? limitExceeded('The store of files does not answer.', { what: 'files', retryAfter: RETRY_AFTER })
    : error;

/** Files in a bucket of Amazon S3 or anything that speaks its language (MinIO, Ceph, OSS, COS). */
export class S3Store implements FileStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  /** Opens the store; `folder` is where uploads are gathered on this node. */
  static async open(settings: S3Settings, folder: string): Promise<S3Store> {
    return new S3Store(settings, await draftsFolder(folder));
  }

  private constructor(
    settings: S3Settings,
    readonly drafts: string,
  ) {
    const { accessKeyId, secretAccessKey, endpoint, region, bucket } = settings;
    this.#bucket = bucket;
    this.#client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      credentials: { accessKeyId, secretAccessKey },
      // Checksums that only Amazon's own service knows are left out where the operation does not demand them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: ATTEMPTS,
      logger: SILENT,
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    });
  }

  async put(key: string, path: string, content: { readonly mediaType: string; readonly bytes: number }): Promise<void> {
    const { bytes: ContentLength, mediaType: ContentType } = content;
    const at = this.#at(key);
    // What has been streamed cannot be sent again by the client itself.
    for (let attempt = 1; ; attempt += 1)
      try {
        const Body = createReadStream(path);
        await this.#client.send(new PutObjectCommand({ ...at, Body, ContentLength, ContentType }));
        return;
      } catch (error) {
        if (!isOutage(error) || attempt === ATTEMPTS) throw told(error);
        await wait(attempt * 200);
      }
  }

  async open(key: string, range: ByteRange | null = null): Promise<Readable | null> {
    try {
      const Range = range ? `bytes=${range.first}-${range.last}` : undefined;
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#at(key), ...(Range ? { Range } : {}) }));
      return (Body as Readable | undefined) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw told(error);
    }
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(key))).catch((error: unknown) => {
      throw told(error);
    });
  }

  async *list(companyId?: string): AsyncGenerator<StoredFile> {
    const Prefix = companyId === undefined ? undefined : `${companyId}/`;
    const pages = paginateListObjectsV2(
      { client: this.#client },
      { Bucket: this.#bucket, ...(Prefix ? { Prefix } : {}) },
    );
    for await (const { Contents = [] } of pages)
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of Contents)
        if (readKey(Key)) yield { key: Key, bytes: Size, storedAt: LastModified };
  }

  /** @throws Error for anything but a key of ours */
  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    if (!readKey(key)) throw new Error('No key of a file.');
    return { Bucket: this.#bucket, Key: key };
  }
}
