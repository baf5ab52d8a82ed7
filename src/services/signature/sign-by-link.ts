import { notFound } from '../../domain/errors.js';
import { Signature } from '../../entities/signature/signature.entity.js';
import { SignatureLink } from '../../entities/signature/signature-link.entity.js';
import type { House } from '../../tenancy/house.js';
import { proveSignatureLink } from '../../tenancy/signing/signature-link.js';
import type { CommandContext } from '../command/command-context.js';
import { runCommand } from '../command/run-command.js';
import { takeTicketStep } from '../ticket/steps/take-ticket-step.js';
import { signOrder } from './steps/sign-order.js';

interface SignByLink {
  readonly token: string;
  /** What the signer was shown. */
  readonly contentHash: string;
  readonly attachmentId: string;
  readonly signerName: string;
}

/** When the order was signed. */
interface SignedByLink {
  readonly signedAt: Date;
}

/**
 * Signs an order with a signature link, once. The same again, with the same drawn signature, answers the same.
 * @rule R-RPR-11
 * @throws NOT_FOUND when the link is unknown, used or over, or the file is none of this order
 * @throws CONFLICT when the order has changed since the link was issued, or since it was shown
 * @throws RULE_REFUSED when the order is no longer waiting for the customer
 */
export async function signByLink(house: House, { token, ...input }: SignByLink): Promise<SignedByLink> {
  const link = await proveSignatureLink(house, token, house.links.clock.now());
  const { signedAt } = await runCommand(house, link.issuer, useLink, { linkId: link.id, ...input });
  return { signedAt: new Date(signedAt) };
}

async function useLink(
  ctx: CommandContext,
  input: Omit<SignByLink, 'token'> & { readonly linkId: string; readonly commandId?: null },
): Promise<SignedByLink> {
  const { companyId, em, clock } = ctx;
  const link = await ctx.load(SignatureLink, 'signatureLink', input.linkId);
  if (link.usedAt) {
    const done = await em.findOne(Signature, {
      companyId,
      subjectId: link.subjectId,
      attachmentId: input.attachmentId,
    });
    if (!done) throw notFound('signatureLink');
    return { signedAt: done.signedAt };
  }
  const ticket = await takeTicketStep(ctx, { ticketId: link.subjectId }, 'repair.sign');
  const { attachmentId, signerName, contentHash } = input;
  await signOrder(ctx, ticket, { signer: 'CUSTOMER', mode: 'LINK', contentHash, attachmentId, signerName });
  link.usedAt = clock.now();
  link.version += 1;
  return { signedAt: link.usedAt };
}
