import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { signatureRequest } from '../../loaders/signature/signature-request.js';
import { IssueSignatureLinkInput } from '../../schema/signature/issue-signature-link.input.js';
import { LinkUploadPayloadType } from '../../schema/signature/link-upload-payload.type.js';
import { RequestLinkUploadInput } from '../../schema/signature/request-link-upload.input.js';
import { SignByLinkInput } from '../../schema/signature/sign-by-link.input.js';
import { SignatureLinkPayloadType } from '../../schema/signature/signature-link-payload.type.js';
import { SignatureRequestType } from '../../schema/signature/signature-request.type.js';
import { SignedByLinkPayloadType } from '../../schema/signature/signed-by-link-payload.type.js';
import { issueSignatureLink } from '../../services/signature/issue-signature-link.js';
import { requestLinkUpload } from '../../services/signature/request-link-upload.js';
import { signByLink } from '../../services/signature/sign-by-link.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { shownOnce } from '../identity/shown-once.js';

/** Signing by a one-time link: issuing it, and the three steps of whoever holds it, without signing in. */
@Resolver()
export class SignatureLinkResolver {
  @Mutation(() => SignatureLinkPayloadType, {
    nullable: true,
    description:
      'A one-time link, good for three days, with which the customer signs a finished order of the own area without signing in; in place of earlier ones (R-RPR-11). Needs `repair.sign` on the estate.',
  })
  async issueSignatureLink(
    @Arg('input', () => IssueSignatureLinkInput, { description: 'For which order.' }) input: IssueSignatureLinkInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { token, expiresAt, cursor } = await command(ctx, issueSignatureLink, input);
    return { token: shownOnce(token), expiresAt: new Date(expiresAt), cursor };
  }

  @Query(() => SignatureRequestType, {
    nullable: true,
    description:
      'What the holder of a signature link is to sign. NOT_FOUND, always the same, when it is unknown or over.',
  })
  signatureRequest(
    @Arg('token', () => String, { description: 'The token of the link.' }) token: string,
    @Ctx() ctx: RequestContext,
  ) {
    return signatureRequest(ctx.house, token);
  }

  @Mutation(() => LinkUploadPayloadType, {
    nullable: true,
    description: "Announces the drawn signature of a link's holder and answers where its bytes go; five times a link.",
  })
  async requestLinkUpload(
    @Arg('input', () => RequestLinkUploadInput, { description: 'By which link.' }) input: RequestLinkUploadInput,
    @Ctx() { house }: RequestContext,
  ) {
    const { companyId, attachmentId, uploadUntil } = await requestLinkUpload(house, input);
    const url = house.links.write('uploads', [companyId, attachmentId], uploadUntil);
    return { attachmentId, upload: { url, expiresAt: uploadUntil } };
  }

  @Mutation(() => SignedByLinkPayloadType, {
    nullable: true,
    description: 'Signs an order with a link, once (R-RPR-11). NOT_FOUND, always the same, when it is unknown or over.',
  })
  signByLink(
    @Arg('input', () => SignByLinkInput, { description: 'What is signed, and by whom.' }) input: SignByLinkInput,
    @Ctx() ctx: RequestContext,
  ) {
    return signByLink(ctx.house, input);
  }
}
