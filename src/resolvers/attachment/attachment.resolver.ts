import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AttachmentRow } from '../../loaders/attachment/attachments.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';
import { attachmentLink } from './attachment-link.js';

/** Files: their links, and who added them. */
@Resolver(() => AttachmentType)
export class AttachmentResolver {
  @FieldResolver(() => ActorType, { description: 'Who added it.' })
  addedBy(@Root() attachment: AttachmentRow) {
    return actorOf(attachment);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Path below the API's own address that opens the file without a token, for five to ten minutes; takes `Range`. Null until the bytes have come, and where the kind opens to others only (Q-23).",
  })
  url(@Root() attachment: AttachmentRow, @Ctx() ctx: RequestContext) {
    return attachmentLink(ctx, attachment, 'original');
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The same for a smaller copy of a picture (WebP, at most 640 pixels a side, without EXIF and place), made a moment after the bytes have come; null until then, and for what is no picture.',
  })
  thumbnailUrl(@Root() attachment: AttachmentRow, @Ctx() ctx: RequestContext) {
    return attachmentLink(ctx, attachment, 'thumbnail');
  }
}
