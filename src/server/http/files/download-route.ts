import type { FastifyInstance } from 'fastify';
import { originalKey, thumbnailKey } from '../../../tenancy/files/file-key.js';
import { storedAttachment } from '../../../tenancy/files/stored-attachment.js';
import type { House } from '../../../tenancy/house.js';
import type { Executor } from '../../execution/executor.js';
import { noSuchLink, refuseFile } from './file-refusal.js';
import { sendFile, type FileToSend } from './send-file.js';

interface DownloadRouteOptions {
  readonly house: House;
  readonly executor: Executor;
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
      // The browser keeps it no longer than the link lasts.
      const seconds = Math.floor((link.expiresAt.getTime() - house.links.clock.now().getTime()) / 1000);
      return sendFile(request, reply, house, { ...wanted, cache: `private, max-age=${seconds}, immutable` });
    },
  );
}

async function wantedFile(
  house: House,
  company: string,
  id: string,
  what: string,
): Promise<Omit<FileToSend, 'cache'> | null> {
  const row = await storedAttachment(house, company, id);
  if (row?.state !== 'READY' || row.sha256 === null || row.mediaType === null) return null;
  const of = { companyId: row.companyId, id: row.id, sha256: row.sha256 };
  const { name, bytes, mediaType, sha256, thumbnailBytes } = row;
  if (what === 'original') return { key: originalKey(of), bytes, mediaType, name, tag: `"${sha256}"` };
  if (what !== 'thumbnail' || thumbnailBytes === null) return null;
  return { key: thumbnailKey(of), bytes: thumbnailBytes, mediaType: 'image/webp', name, tag: `"${sha256}.t"` };
}
