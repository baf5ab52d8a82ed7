import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { attachmentById } from '../../loaders/attachment/attachments.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { RequestUploadInput } from '../../schema/attachment/request-upload.input.js';
import { UploadPayloadType } from '../../schema/attachment/upload-payload.type.js';
import { UploadType } from '../../schema/attachment/upload.type.js';
import { requestUpload } from '../../services/attachment/request-upload.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

interface Announced {
  readonly attachmentId: string;
}

/** Announcing files, and where their bytes go. */
@Resolver(() => UploadPayloadType)
export class UploadPayloadResolver {
  @Mutation(() => UploadPayloadType, {
    nullable: true,
    description:
      'Announces a file and answers where its bytes go; once they have come it is shown. Needs `attachment.add` on the estate; residents add to their own tickets (D-30).',
  })
  requestUpload(
    @Arg('input', () => RequestUploadInput, { description: 'What is to be attached, and to what.' })
    input: RequestUploadInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, requestUpload, input);
  }

  @FieldResolver(() => AttachmentType, { description: 'The file; its bytes have not come yet.' })
  attachment(@Root() { attachmentId }: Announced, @Ctx() ctx: RequestContext) {
    return found('attachment', attachmentById(ctx).load(attachmentId));
  }

  @FieldResolver(() => UploadType, { description: 'Where its bytes go.' })
  async upload(@Root() { attachmentId }: Announced, @Ctx() ctx: RequestContext) {
    const { companyId, id, uploadUntil } = await found('attachment', attachmentById(ctx).load(attachmentId));
    return { url: ctx.house.links.write('uploads', [companyId, id], uploadUntil), expiresAt: uploadUntil };
  }
}
