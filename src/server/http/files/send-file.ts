import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { byteRange } from '../../../domain/attachment/byte-range.js';
import { isShownInPlace, savedName } from '../../../domain/attachment/media-type.js';
import type { House } from '../../../tenancy/house.js';

/** A file that lies in the store. */
export interface FileToSend {
  readonly key: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly tag: string;
  /** What browsers may keep of it, as `Cache-Control` says it. */
  readonly cache: string;
}

/**
 * Answers with a file, whole or a range of it (RFC 9110).
 * @throws Error when the bytes are not in the store
 */
export async function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  house: House,
  file: FileToSend,
): Promise<FastifyReply> {
  describe(reply, file);
  if (request.headers['if-none-match'] === file.tag) return reply.code(304).send();
  const whole = request.headers['if-range'] !== undefined && request.headers['if-range'] !== file.tag;
  const range = whole ? null : byteRange(request.headers.range, file.bytes);
  if (range === 'BEYOND') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
  const body = await house.files.open(file.key, range);
  if (!body) throw new Error(`The bytes of ${file.key} are not in the store.`);
  if (range) reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${file.bytes}`);
  reply.header('content-length', range ? range.last - range.first + 1 : file.bytes);
  return reply.send(endingWith(body, reply));
}

/** The browser takes the type as it is said, and runs nothing in it. */
function describe(reply: FastifyReply, { mediaType, name, tag, cache }: FileToSend): void {
  const saved = savedName(name, mediaType);
  const ascii = saved.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const place = isShownInPlace(mediaType) ? 'inline' : 'attachment';
  reply.headers({
    'content-type': mediaType,
    'content-disposition': `${place}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(saved).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    'cache-control': cache,
    etag: tag,
  });
}

/** A client that goes away ends the reading too. */
function endingWith(body: Readable, reply: FastifyReply): Readable {
  reply.raw.once('close', () => body.destroy());
  return body;
}
