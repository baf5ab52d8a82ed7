import type { AttachmentKind } from '../../../domain/attachment/attachment-kind.js';
import { invalidInput } from '../../../domain/errors.js';
import { Attachment } from '../../../entities/attachment/attachment.entity.js';
import { Quotation } from '../../../entities/quotation/quotation.entity.js';
import { Signature } from '../../../entities/signature/signature.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * Lets pass a file that shows this signature and no other: of the same thing, there, of a kind that fits, and
 * not shown for another signature before.
 * @throws NOT_FOUND when the fence does not show it
 * @throws INVALID_INPUT input.attachmentId when it does not fit
 */
export async function assertShows(
  ctx: CommandContext,
  attachmentId: string,
  of: { readonly subjectId: string; readonly kinds: readonly AttachmentKind[] },
): Promise<void> {
  const { companyId } = ctx;
  const attachment = await findRow(ctx, Attachment, 'attachment', attachmentId, 'lock');
  const wrong = (message: string): Error => invalidInput('input.attachmentId', message);
  if (attachment.subjectId !== of.subjectId) throw wrong('belongs to something else');
  if (attachment.state !== 'READY') throw wrong('its bytes have not come yet, or are no longer kept');
  if (!of.kinds.includes(attachment.kind)) throw wrong(`must be one of ${of.kinds.join(', ')}`);
  const shown = [
    ctx.em.count(Signature, { companyId, attachmentId }),
    ctx.em.count(Quotation, { companyId, attachmentId }),
  ];
  if ((await Promise.all(shown)).some((count) => count > 0)) throw wrong('shows another signature');
}
