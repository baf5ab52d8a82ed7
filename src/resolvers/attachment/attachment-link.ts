import { KIND_RULES } from '../../domain/attachment/attachment-kind.js';
import { isImage } from '../../domain/attachment/media-type.js';
import type { AttachmentRow } from '../../loaders/attachment/attachments.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** How long a link to a file is good at least: five minutes. */
const LINK_MS = 300_000;

/**
 * A link to the picture that a file is, the smaller copy where there is one already; null for what is no picture, and
 * where its kind opens to others only.
 */
export const pictureLink = (ctx: RequestContext, row: AttachmentRow): string | null =>
  attachmentLink(ctx, row, 'thumbnail') ?? (isImage(row.mediaType ?? '') ? attachmentLink(ctx, row, 'original') : null);

/**
 * A link that opens a file, or its smaller copy, to whoever has it, for five to ten minutes. The row has been read under
 * the asker's rights; null where its kind opens only with an action that the asker does not hold on its estate.
 * @rule Q-23
 */
export function attachmentLink(ctx: RequestContext, row: AttachmentRow, what: 'original' | 'thumbnail'): string | null {
  const { openedBy } = KIND_RULES[row.kind];
  if (openedBy !== null && !may(ctx.principal, openedBy, row.estateId)) return null;
  if (row.state !== 'READY' || (what === 'thumbnail' && row.thumbnailBytes === null)) return null;
  return ctx.house.links.writeFor('attachments', [row.companyId, row.id, what], LINK_MS).url;
}
