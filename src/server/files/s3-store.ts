import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ByteRange } from '../../domain/attachment/byte-range.js';
import { readKey } from '../../tenancy/files/file-key.js';
import type { FileStore, StoredFile } from '../../tenancy/files/file-store.js';
import { draftsFolder } from './drafts-folder.js';
import type { S3Settings } from './s3-settings.js';

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
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000 },
    });
  }

  async put(key: string, path: string, content: { readonly mediaType: string; readonly bytes: number }): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        ...this.#at(key),
        Body: createReadStream(path),
        ContentLength: content.bytes,
        ContentType: content.mediaType,
      }),
    );
  }

  async open(key: string, range: ByteRange | null = null): Promise<Readable | null> {
    try {
      const Range = range ? `bytes=${range.first}-${range.last}` : undefined;
      const { Body } = await this.#client.send(new GetObjectCommand({ ...this.#at(key), ...(Range ? { Range } : {}) }));
      return (Body as Readable | undefined) ?? null;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(key)));
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
