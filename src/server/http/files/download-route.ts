import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { byteRange } from '../../../domain/attachment/byte-range.js';
import { isShownInPlace, savedName } from '../../../domain/attachment/media-type.js';
import { originalKey, thumbnailKey } from '../../../tenancy/files/file-key.js';
import { storedAttachment } from '../../../tenancy/files/stored-attachment.js';
import type { House } from '../../../tenancy/house.js';
import type { Executor } from '../../execution/executor.js';
import { noSuchLink, refuseFile } from './file-refusal.js';

interface DownloadRouteOptions {
  readonly house: House;
  readonly executor: Executor;
}

interface Wanted {
  readonly key: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly tag: string;
}

/** `GET /files/attachments/…`: a file by its link, whole or a range of it. What it is stands in the row, never in the link. */
export function addDownloadRoute(app: FastifyInstance, { house, executor }: DownloadRouteOptions): void {
  app.get<{ Params: { readonly company: string; readonly id: string; readonly what: string } }>(
    '/files/attachments/:company/:id/:what',
    async (request, reply) => {
      const { company, id, what } = request.params;
      const link = house.links.open('attachments', [company, id, what], request.query);
      const wanted = link && (await wantedFile(house, company, id, what));
      if (!wanted) return refuseFile(reply, executor, noSuchLink());
      describe(reply, wanted, Math.floor((link.expiresAt.getTime() - house.links.clock.now().getTime()) / 1000));
      if (request.headers['if-none-match'] === wanted.tag) return reply.code(304).send();
      const whole = request.headers['if-range'] !== undefined && request.headers['if-range'] !== wanted.tag;
      const range = whole ? null : byteRange(request.headers.range, wanted.bytes);
      if (range === 'BEYOND') return reply.code(416).header('content-range', `bytes */${wanted.bytes}`).send();
      const body = await house.files.open(wanted.key, range);
      if (!body) throw new Error(`The bytes of attachment ${id} are not in the store.`);
      if (range) reply.code(206).header('content-range', `bytes ${range.first}-${range.last}/${wanted.bytes}`);
      reply.header('content-length', range ? range.last - range.first + 1 : wanted.bytes);
      return reply.send(endingWith(body, reply));
    },
  );
}

async function wantedFile(house: House, company: string, id: string, what: string): Promise<Wanted | null> {
  const row = await storedAttachment(house, company, id);
  if (row?.state !== 'READY' || row.sha256 === null || row.mediaType === null) return null;
  const of = { companyId: row.companyId, id: row.id, sha256: row.sha256 };
  const { name, bytes, mediaType, sha256, thumbnailBytes } = row;
  if (what === 'original') return { key: originalKey(of), bytes, mediaType, name, tag: `"${sha256}"` };
  if (what !== 'thumbnail' || thumbnailBytes === null) return null;
  return { key: thumbnailKey(of), bytes: thumbnailBytes, mediaType: 'image/webp', name, tag: `"${sha256}.t"` };
}

/** The browser takes the type as it is said, runs nothing in it, and keeps it no longer than the link lasts. */
function describe(reply: FastifyReply, { mediaType, name, tag }: Wanted, seconds: number): void {
  const saved = savedName(name, mediaType);
  const ascii = saved.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  const place = isShownInPlace(mediaType) ? 'inline' : 'attachment';
  reply.headers({
    'content-type': mediaType,
    'content-disposition': `${place}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(saved).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${seconds}, immutable`,
    etag: tag,
  });
}

/** A client that goes away ends the reading too. */
function endingWith(body: Readable, reply: FastifyReply): Readable {
  reply.raw.once('close', () => body.destroy());
  return body;
}
