import { notFound, ruleRefused } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { Secret } from '../../domain/identity/secret.js';
import { repairContent } from '../../domain/ticket/repair-content.js';
import { stageAfterSignature } from '../../domain/ticket/repair-signing.js';
import { newId } from '../../entities/new-id.js';
import { SignatureLink } from '../../entities/signature/signature-link.entity.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { hashOfSecret, newSecret, SIGNATURE_LINK } from '../../tenancy/identity/opaque-credential.js';
import { contentHash } from '../../tenancy/signing/content-hash.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';

/** How long a link is good: three days. */
const LINK_MS = 3 * 86_400_000;

interface IssueSignatureLink extends CommandInput {
  readonly ticketId: string;
  readonly expectedVersion?: number | null;
}

/** A link as it is shown once; a repeated command shows none. */
export interface IssuedSignatureLink {
  readonly token: Secret;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/**
 * Makes a one-time link with which the customer signs a finished order without signing in, in place of earlier ones.
 * What is done by it is recorded with the issuer's rights of that moment. Needs `repair.sign` on the estate.
 * @rule R-RPR-11 @rule D-05
 * @throws NOT_FOUND when the fence does not show the ticket, or it is no repair
 * @throws RULE_REFUSED unless the order is COMPLETED, and for a common area
 */
export async function issueSignatureLink(ctx: CommandContext, input: IssueSignatureLink): Promise<IssuedSignatureLink> {
  const { companyId, principal, em, clock } = ctx;
  if (!isId(input.ticketId)) throw notFound('ticket');
  const ticket = await ctx.load(Ticket, 'ticket', input.ticketId, input.expectedVersion);
  authorizeOn(principal, 'repair.sign', ticket.estateId);
  if (ticket.kind !== 'REPAIR') throw notFound('repair');
  if (principal.kind !== 'STAFF') throw ruleRefused('R-RPR-11', 'A member of staff asks the customer to sign.');
  stageAfterSignature(ticket, 'CUSTOMER', { customerAnswered: false, headDidTheWork: false });
  const secret = newSecret();
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + LINK_MS);
  await em.nativeDelete(SignatureLink, { companyId, subjectId: ticket.id, usedAt: null });
  const link = em.create(SignatureLink, {
    companyId,
    id: newId(),
    estateId: ticket.estateId,
    subjectKind: 'TICKET',
    subjectId: ticket.id,
    contentHash: contentHash(repairContent(ticket)),
    secretHash: hashOfSecret(secret),
    accountId: principal.accountId,
    uploads: 0,
    createdAt: now,
    expiresAt,
    version: 1,
  });
  em.persist(link);
  recordTicketEvent(ctx, ticket, {
    type: 'SIGNATURE_LINK_ISSUED',
    occurredAt: now,
    visibility: 'INTERNAL',
    facts: { linkId: link.id },
  });
  return {
    token: new Secret(SIGNATURE_LINK.write({ companyId, id: link.id, secret })),
    expiresAt: expiresAt.toISOString(),
  };
}
