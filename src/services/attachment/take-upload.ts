import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { conflict, notFound } from '../../domain/errors.js';
import type { AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { AttachmentState } from '../../domain/attachment/attachment-state.js';
import { originalKey } from '../../tenancy/files/file-key.js';
import type { House } from '../../tenancy/house.js';
import { runCommand } from '../command/run-command.js';
import { receiveUpload } from './receive-upload.js';
import { gather, type Gathered } from './steps/gather.js';
import { lookInto } from './steps/look-into.js';

/** The row that bytes come for, as the house sees it. */
export interface Awaited {
  readonly companyId: string;
  readonly id: string;
  readonly accountId: string;
  readonly kind: AttachmentKind;
  readonly state: AttachmentState;
  readonly bytes: number;
  readonly sha256: string | null;
}

/** What came. */
export interface Taken {
  readonly attachmentId: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes the bytes of an announced file: gathers them beside the store, looks into them, stores them, and makes the row
 * visible with the present rights of whoever announced it. What breaks off leaves nothing and can be sent again; the
 * same bytes again are one effect.
 * @throws INVALID_INPUT bytes, or type: see `gather` and `lookInto`
 * @throws NOT_FOUND when the account that announced it may no longer add it
 * @throws CONFLICT when other bytes came before
 */
export async function takeUpload(house: House, row: Awaited, source: Readable): Promise<Taken> {
  if (row.state === 'REMOVED') throw notFound('attachment');
  const principal = await house.principals.find({
    companyId: row.companyId,
    accountId: row.accountId,
    familyId: null,
  });
  if (!principal) throw notFound('attachment');
  const draft = join(house.files.drafts, randomBytes(12).toString('hex'));
  try {
    const gathered = await gather(source, draft, row.bytes);
    const { sha256 } = gathered;
    if (row.state === 'READY' && row.sha256 !== sha256)
      throw conflict('Other bytes came before.', { what: 'attachment' });
    if (row.state !== 'READY') await runCommand(house, principal, receiveUpload, await store(house, row, gathered));
    return { attachmentId: row.id, bytes: row.bytes, sha256 };
  } finally {
    await rm(draft, { force: true });
  }
}

async function store(house: House, row: Awaited, { path, sha256, head }: Gathered) {
  const looked = await lookInto(path, head, row.kind);
  const key = originalKey({ companyId: row.companyId, id: row.id, sha256 });
  await house.files.put(key, path, { mediaType: looked.mediaType, bytes: row.bytes });
  return { attachmentId: row.id, sha256, ...looked };
}
