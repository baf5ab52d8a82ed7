import { shownBy } from '../../../domain/signature/assert-whole.js';
import type { SignatureMode } from '../../../domain/signature/signature-mode.js';
import { invalidInput } from '../../../domain/errors.js';
import { Attachment } from '../../../entities/attachment/attachment.entity.js';
import { Signature } from '../../../entities/signature/signature.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * Lets pass a file that shows this signature and no other: of the same thing, there, of a kind that fits the mode, and
 * not shown for another signature before.
 * @throws NOT_FOUND when the fence does not show it
 * @throws INVALID_INPUT input.attachmentId when it does not fit
 */
export async function assertShows(
  ctx: CommandContext,
  attachmentId: string,
  of: { readonly subjectId: string; readonly mode: SignatureMode },
): Promise<void> {
  const { companyId } = ctx;
  const attachment = await findRow(ctx, Attachment, 'attachment', attachmentId, 'lock');
  const wrong = (message: string): Error => invalidInput('input.attachmentId', message);
  if (attachment.subjectId !== of.subjectId) throw wrong('belongs to something else');
  if (attachment.state !== 'READY') throw wrong('its bytes have not come yet, or are no longer kept');
  if (!shownBy(of.mode).includes(attachment.kind)) throw wrong(`must be one of ${shownBy(of.mode).join(', ')}`);
  if ((await ctx.em.count(Signature, { companyId, attachmentId })) > 0) throw wrong('shows another signature');
}
