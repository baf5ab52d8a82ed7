import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../../src/server/files/s3-settings.js';

/** An object of the bucket. */
interface Kept {
  readonly body: Buffer;
  readonly type: string;
  storedAt: Date;
}

/** A service on the loopback address that speaks as much of S3 as the product does, and fails when it is told to. */
export interface FakeS3 {
  readonly settings: S3Settings;
  readonly kept: Map<string, Kept>;
  /** How many of the next requests are answered with 500. */
  failures: number;
  /** Requests so far, `PUT key`. */
  readonly asked: string[];
  close(): Promise<void>;
}

const BUCKET = 'guanjia-files';
/** Objects a page of a listing. */
const PAGE = 2;

export async function startFakeS3(): Promise<FakeS3> {
  const server = createServer((request, response) => void answer(fake, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake: FakeS3 = {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: BUCKET,
      accessKeyId: 'test-key',
      secretAccessKey: 'test-secret',
    },
    kept: new Map(),
    failures: 0,
    asked: [],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return fake;
}

async function answer(fake: FakeS3, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', fake.settings.endpoint);
  const [, bucket, ...rest] = pathname.split('/');
  const key = decodeURIComponent(rest.join('/'));
  const body = await buffer(request);
  fake.asked.push(`${String(request.method)} ${key}`);
  const refuse = (status: number, code: string): void =>
    void response
      .writeHead(status, { 'content-type': 'application/xml' })
      .end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
  if (fake.failures > 0) {
    fake.failures -= 1;
    refuse(500, 'InternalError');
  } else if (!/^AWS4-HMAC-SHA256 Credential=test-key\//.test(request.headers.authorization ?? ''))
    refuse(403, 'AccessDenied');
  else if (bucket !== BUCKET) refuse(404, 'NoSuchBucket');
  else if (request.method === 'PUT') {
    fake.kept.set(key, { body, type: request.headers['content-type'] ?? '', storedAt: new Date() });
    response.writeHead(200).end();
  } else if (request.method === 'DELETE') {
    fake.kept.delete(key);
    response.writeHead(204).end();
  } else if (key === '') {
    response.writeHead(200, { 'content-type': 'application/xml' }).end(listing(fake, searchParams));
  } else {
    const found = fake.kept.get(key);
    if (found) give(found, request.headers.range, response);
    else refuse(404, 'NoSuchKey');
  }
}

function give({ body, type }: Kept, range: string | undefined, response: ServerResponse): void {
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  const part = first === undefined ? body : body.subarray(Number(first), Number(last) + 1);
  response
    .writeHead(first === undefined ? 200 : 206, { 'content-type': type, 'content-length': part.length })
    .end(part);
}

function listing({ kept }: FakeS3, search: URLSearchParams): string {
  const after = search.get('continuation-token') ?? '';
  const keys = [...kept.keys()].sort().filter((key) => key.startsWith(search.get('prefix') ?? '') && key > after);
  const page = keys.slice(0, PAGE);
  const contents = page.map((key) => {
    const { body, storedAt } = kept.get(key)!;
    return `<Contents><Key>${key}</Key><Size>${body.length}</Size><LastModified>${storedAt.toISOString()}</LastModified></Contents>`;
  });
  const more = keys.length > page.length;
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${contents.join('')}<IsTruncated>${more}</IsTruncated>${more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''}</ListBucketResult>`;
}
