import { conflict, notFound } from '../../../domain/errors.js';
import { shownBy, type SignatureClaim } from '../../../domain/signature/assert-whole.js';
import { isMissing } from '../../../domain/signature/signature-mode.js';
import { stackSince } from '../../../domain/signature/signed-in-bulk.js';
import { phaseOf } from '../../../domain/ticket/lives.js';
import { timeOfNextStep } from '../../../domain/ticket/milestones.js';
import { repairContent } from '../../../domain/ticket/repair-content.js';
import { stageAfterSignature } from '../../../domain/ticket/repair-signing.js';
import { newId } from '../../../entities/new-id.js';
import { Signature } from '../../../entities/signature/signature.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { contentHash } from '../../../tenancy/signing/content-hash.js';
import type { CommandContext } from '../../command/command-context.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';
import { didTheWork } from '../../ticket/steps/workers.js';
import { assertShows } from './bind-attachment.js';

/**
 * Adds a signature to a work order, or why there is none, and takes the order on to SIGNED with the head's. The order is
 * locked and in its next version already; the right to sign, and that the claim is whole, has been checked.
 * @rule R-RPR-11 @rule R-RPR-12 @rule D-05 @rule D-27
 * @throws RULE_REFUSED when it is not this signer's turn
 * @throws CONFLICT with `currentVersion` when another content was signed than the order has now
 * @throws NOT_FOUND or INVALID_INPUT when the attachment does not show it
 */
export async function signOrder(
  ctx: CommandContext,
  ticket: Ticket,
  claim: SignatureClaim & { readonly occurredAt?: Date | null },
): Promise<void> {
  const { companyId, principal, em, clock } = ctx;
  const { signer, mode } = claim;
  if (ticket.kind !== 'REPAIR') throw notFound('repair');
  const hash = contentHash(repairContent(ticket));
  const customerAnswered =
    (await em.count(Signature, { companyId, subjectId: ticket.id, signer: 'CUSTOMER', contentHash: hash })) > 0;
  const headDidTheWork = signer === 'DEPARTMENT_HEAD' && (await didTheWork(ctx, ticket, principal.subjectId));
  const stage = stageAfterSignature(ticket, signer, { customerAnswered, headDidTheWork });
  if (claim.contentHash != null && claim.contentHash !== hash)
    throw conflict('The order has changed since it was shown for signing.', {
      what: 'content',
      currentVersion: ticket.version - 1,
    });
  const at = timeOfNextStep(ticket, ctx.occurredAt(claim.occurredAt), claim.occurredAt != null);
  if (claim.attachmentId != null)
    await assertShows(ctx, claim.attachmentId, { subjectId: ticket.id, kinds: shownBy(mode) });
  const signature = em.create(Signature, {
    companyId,
    id: newId(),
    estateId: ticket.estateId,
    occupancyId: ticket.occupancyId ?? null,
    subjectKind: 'TICKET',
    subjectId: ticket.id,
    signer,
    mode,
    contentHash: hash,
    attachmentId: claim.attachmentId ?? null,
    signerName: claim.signerName ?? null,
    device: claim.device ?? null,
    reason: claim.reason ?? null,
    signedAt: at,
    recordedAt: clock.now(),
    inBulk: signer === 'DEPARTMENT_HEAD' && (await isOfStack(ctx, ticket.id, at)),
    actorKind: principal.kind,
    actorId: principal.subjectId,
  });
  em.persist(signature);
  ticket.stage = stage;
  ticket.phase = phaseOf('REPAIR', stage);
  recordTicketEvent(ctx, ticket, {
    type: signer === 'DEPARTMENT_HEAD' ? 'REPAIR_SIGNED' : `REPAIR_CUSTOMER_${isMissing(mode) ? 'UNSIGNED' : 'SIGNED'}`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { signer, mode, signatureId: signature.id, contentHash: hash },
  });
}

/** Whether the asker signed another order just before, as its head. @rule D-27 */
const isOfStack = async (ctx: CommandContext, ticketId: string, at: Date): Promise<boolean> =>
  (await ctx.em.count(Signature, {
    ...{ companyId: ctx.companyId, actorId: ctx.principal.subjectId, signer: 'DEPARTMENT_HEAD' },
    ...{ subjectId: { $ne: ticketId }, signedAt: { $gt: stackSince(at), $lte: at } },
  })) > 0;
