import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { invalidInput, limitExceeded } from '../../../domain/errors.js';
import { takeUpload, type Taken } from '../../../services/attachment/take-upload.js';
import { storedAttachment } from '../../../tenancy/files/stored-attachment.js';
import type { House } from '../../../tenancy/house.js';
import type { Executor } from '../../execution/executor.js';
import { noSuchLink, refuseFile } from './file-refusal.js';
import { UploadSlots } from './upload-slots.js';

/** How long an upload may keep the server waiting, in milliseconds. */
export interface UploadPatience {
  /** For all of it. */
  readonly uploadMs: number;
  /** For its next bytes. */
  readonly stallMs: number;
}

interface UploadRouteOptions {
  readonly house: House;
  readonly executor: Executor;
  readonly patience: UploadPatience;
}

/**
 * `PUT /files/uploads/…`: takes the bytes of an announced file, by its link. They stream to the disk; nothing about them
 * is believed but what they are. 201 with hash and size when the file is there; the same again answers the same.
 */
export function addUploadRoute(app: FastifyInstance, { house, executor, patience }: UploadRouteOptions): void {
  const slots = new UploadSlots();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.put<{ Params: { readonly company: string; readonly id: string } }>(
    '/files/uploads/:company/:id',
    { config: { bodyMs: patience.uploadMs } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      try {
        return await reply.code(201).send(await take(request));
      } catch (error) {
        // The rest of the body is not waited for.
        if (!request.raw.complete) reply.header('connection', 'close');
        return refuseFile(reply, executor, error);
      }
    },
  );

  async function take(
    request: FastifyRequest<{ Params: { readonly company: string; readonly id: string } }>,
  ): Promise<Taken> {
    const { company, id } = request.params;
    if (!house.links.open('uploads', [company, id], request.query)) throw noSuchLink();
    const row = await storedAttachment(house, company, id);
    if (!row) throw noSuchLink();
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!Number.isInteger(length)) throw invalidInput('Content-Length', 'must be given');
    if (length > row.bytes)
      throw limitExceeded(`The file was announced with ${row.bytes} bytes.`, {
        what: 'bytes',
        limit: row.bytes,
        found: length,
      });
    return slots.during(company, () => takeUpload(house, row, unlessStalled(request.raw, patience.stallMs)));
  }
}

/** Ends a stream whose next bytes do not come. */
function unlessStalled<S extends Readable>(source: S, milliseconds: number): S {
  const end = (): void => void source.destroy(new Error('The upload has stalled.'));
  let timer = setTimeout(end, milliseconds);
  source.on('data', () => {
    clearTimeout(timer);
    timer = setTimeout(end, milliseconds);
  });
  for (const over of ['end', 'close', 'error'] as const) source.once(over, () => clearTimeout(timer));
  source.pause();
  return source;
}
