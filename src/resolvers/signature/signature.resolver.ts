import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { maskName } from '../../domain/people/mask-name.js';
import { isMissing } from '../../domain/signature/signature-mode.js';
import { attachmentById } from '../../loaders/attachment/attachments.js';
import type { SignatureRow } from '../../loaders/signature/signatures-of-ticket.js';
import { AttachmentType } from '../../schema/attachment/attachment.type.js';
import { ActorType } from '../../schema/event/actor.type.js';
import { SignatureType } from '../../schema/signature/signature.type.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { actorOf } from '../event/actor-of.js';

/** Signatures: who it is, what shows it, and what only staff see. */
@Resolver(() => SignatureType)
export class SignatureResolver {
  @FieldResolver(() => Boolean, { description: 'Whether nobody has signed: refused or absent (D-05).' })
  missing(@Root() { mode }: SignatureRow) {
    return isMissing(mode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of whoever signed; masked (`张*`) without `customer.unmask`. Null where the account tells.',
  })
  signerName(@Root() { signerName, estateId }: SignatureRow, @Ctx() ctx: RequestContext) {
    return signerName === null || may(ctx.principal, 'customer.unmask', estateId) ? signerName : maskName(signerName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it was drawn on; null for residents.' })
  device(@Root() { device }: SignatureRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : device;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why nobody has signed; null for residents.' })
  reason(@Root() { reason }: SignatureRow, @Ctx() ctx: RequestContext) {
    return ctx.asker.kind === 'RESIDENT' ? null : reason;
  }

  @FieldResolver(() => AttachmentType, {
    nullable: true,
    description: 'The drawn signature or the paper; null where there is none, or it is not for the viewer.',
  })
  attachment(@Root() { attachmentId }: SignatureRow, @Ctx() ctx: RequestContext) {
    return attachmentId === null ? null : attachmentById(ctx).load(attachmentId);
  }

  @FieldResolver(() => ActorType, { description: 'Who recorded it; of a link, who issued it.' })
  recordedBy(@Root() signature: SignatureRow) {
    return actorOf(signature);
  }
}
