import { limitExceeded, notFound } from '../../domain/errors.js';
import { SignatureLink } from '../../entities/signature/signature-link.entity.js';
import type { House } from '../../tenancy/house.js';
import { proveSignatureLink } from '../../tenancy/signing/signature-link.js';
import { announceFile } from '../attachment/steps/announce-file.js';
import { subjectFor } from '../attachment/steps/subject.js';
import type { CommandContext } from '../command/command-context.js';
import { runCommand } from '../command/run-command.js';

/** How often somebody may draw anew with one link. */
const MOST_UPLOADS = 5;

interface RequestLinkUpload {
  readonly token: string;
  readonly bytes: number;
}

/** A file that waits for its bytes. */
export interface LinkUpload {
  readonly companyId: string;
  readonly attachmentId: string;
  readonly uploadUntil: Date;
}

/**
 * Announces the drawn signature of whoever holds a signature link; where its bytes go is answered. Five a link.
 * @throws NOT_FOUND when the link is unknown, used or over
 * @throws INVALID_INPUT input.bytes for a file that is too large
 * @throws LIMIT_EXCEEDED after five
 */
export async function requestLinkUpload(house: House, { token, bytes }: RequestLinkUpload): Promise<LinkUpload> {
  const link = await proveSignatureLink(house, token, house.links.clock.now());
  if (link.usedAt) throw notFound('signatureLink');
  return runCommand(house, link.issuer, announceByLink, { linkId: link.id, bytes });
}

async function announceByLink(
  ctx: CommandContext,
  { linkId, bytes }: { readonly linkId: string; readonly bytes: number; readonly commandId?: null },
): Promise<LinkUpload> {
  const link = await ctx.load(SignatureLink, 'signatureLink', linkId);
  if (link.uploads >= MOST_UPLOADS)
    throw limitExceeded(`A link takes ${MOST_UPLOADS} uploads.`, { what: 'uploads', limit: MOST_UPLOADS });
  link.uploads += 1;
  const subject = await subjectFor(ctx, 'repair.sign', link.subjectKind, link.subjectId);
  const { id, uploadUntil } = await announceFile(ctx, subject, {
    subjectKind: link.subjectKind,
    kind: 'SIGNATURE',
    purpose: 'SIGNATURE',
    bytes,
    name: 'signature',
    visibility: 'CUSTOMER',
  });
  return { companyId: ctx.companyId, attachmentId: id, uploadUntil };
}
