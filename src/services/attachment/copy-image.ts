import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isImage } from '../../domain/attachment/media-type.js';
import { Attachment } from '../../entities/attachment/attachment.entity.js';
import { originalKey, thumbnailKey } from '../../tenancy/files/file-key.js';
import { storedAttachment } from '../../tenancy/files/stored-attachment.js';
import type { House } from '../../tenancy/house.js';
import type { Actor } from '../../tenancy/principal.js';
import type { CommandContext } from '../command/command-context.js';
import { runCommand, type CommandInput } from '../command/run-command.js';
import { COPY_TYPE, smallerCopy } from './steps/smaller-copy.js';

/**
 * Makes the smaller copy of a picture and shows it. What is gone meanwhile, no picture, or copied already is left alone.
 * @throws Error when the bytes are not in the store
 */
export async function copyImage(house: House, principal: Actor, id: string): Promise<void> {
  const { companyId } = principal;
  const row = await storedAttachment(house, companyId, id);
  if (row?.state !== 'READY' || row.sha256 === null || row.thumbnailBytes !== null || !isImage(row.mediaType ?? ''))
    return;
  const of = { companyId, id, sha256: row.sha256 };
  const original = await house.files.open(originalKey(of));
  if (!original) throw new Error(`The bytes of attachment ${id} are not in the store.`);
  const copy = await smallerCopy(Buffer.concat((await original.toArray()) as Buffer[]));
  const draft = join(house.files.drafts, randomBytes(12).toString('hex'));
  try {
    await writeFile(draft, copy, { mode: 0o600 });
    await house.files.put(thumbnailKey(of), draft, { mediaType: COPY_TYPE, bytes: copy.length });
  } finally {
    await rm(draft, { force: true });
  }
  const { kept } = await runCommand(house, principal, keepCopy, { attachmentId: id, bytes: copy.length });
  if (!kept) await house.files.remove(thumbnailKey(of));
}

/** What the copy of a picture is kept with. */
interface KeepCopy extends CommandInput {
  readonly attachmentId: string;
  readonly bytes: number;
}

/** @returns false when the file itself was removed meanwhile */
async function keepCopy(ctx: CommandContext, { attachmentId, bytes }: KeepCopy): Promise<{ kept: boolean }> {
  const attachment = await ctx.load(Attachment, 'attachment', attachmentId);
  if (attachment.state !== 'READY') return { kept: false };
  if (attachment.thumbnailBytes != null) return { kept: true };
  attachment.thumbnailBytes = bytes;
  attachment.version += 1;
  ctx.record({
    type: 'attachment.COPIED',
    estateId: attachment.estateId,
    subjectKind: 'attachment',
    subjectId: attachment.id,
    subjectVersion: attachment.version,
    occupancyId: attachment.occupancyId,
    visibility: attachment.visibility,
    facts: { bytes },
  });
  return { kept: true };
}
