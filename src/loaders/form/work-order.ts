import { isId } from '../../domain/id.js';
import { maskName } from '../../domain/people/mask-name.js';
import { maskPhone } from '../../domain/people/mask-phone.js';
import { repairContent } from '../../domain/ticket/repair-content.js';
import { isCustomerArea } from '../../domain/ticket/repair-signing.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { contentHash } from '../../tenancy/signing/content-hash.js';
import { attachmentById, attachmentsOfTicket } from '../attachment/attachments.js';
import { companyById } from '../company/company-by-id.js';
import { customerById } from '../people/customer-by-id.js';
import { staffById } from '../people/staff-by-id.js';
import { buildingById } from '../place/building-by-id.js';
import { estateById } from '../place/estate-by-id.js';
import { unitById } from '../place/unit-by-id.js';
import { linesOfQuotation, partsOfRepair, quotationsOfRepair } from '../quotation/quotations.js';
import { signaturesOfTicket } from '../signature/signatures-of-ticket.js';
import { ticketById } from '../ticket/ticket-by-id.js';

/**
 * What stands on a work order (维修单), as the asker may read it: names and telephone numbers masked, staff left out,
 * where the asker's own screen would do so. Null when the order is not the asker's to read.
 */
export async function workOrder(ctx: RequestContext, ticketId: string) {
  const ticket = isId(ticketId) ? await ticketById(ctx).load(ticketId) : null;
  if (ticket?.kind !== 'REPAIR' || ticket.urgency === null) return null;
  const one = <R>(id: string | null, load: (id: string) => Promise<R | null>): Promise<R | null> | null =>
    id === null ? null : load(id);
  const [company, estate, unit, customer, technician, signatures, attachments, quotations, parts] = await Promise.all([
    companyById(ctx).load(ctx.asker.companyId),
    estateById(ctx).load(ticket.estateId),
    one(ticket.unitId, (id) => unitById(ctx).load(id)),
    one(ticket.customerId, (id) => customerById(ctx).load(id)),
    one(ticket.assigneeId, (id) => staffById(ctx).load(id)),
    signaturesOfTicket(ctx).load(ticket.id),
    attachmentsOfTicket(ctx).load(ticket.id),
    quotationsOfRepair(ctx).load(ticket.id),
    ticket.visits === 0 ? [] : partsOfRepair(ctx).load(ticket.id),
  ]);
  const quotation = quotations.find(({ state }) => state !== 'SUPERSEDED') ?? null;
  if (!company || !estate) return null;
  const [building, lines, signed] = await Promise.all([
    one(unit?.buildingId ?? null, (id) => buildingById(ctx).load(id)),
    quotation ? linesOfQuotation(ctx).load(quotation.id) : [],
    Promise.all(
      signatures.map(async (signature) => ({
        ...signature,
        signerName: signature.signerName === null ? null : named(ctx, ticket.estateId, signature.signerName),
        signedIn: await signedIn(ctx, ticket.estateId, signature),
        attachment: await one(signature.attachmentId, (id) => attachmentById(ctx).load(id)),
      })),
    ),
  ]);
  const hash = contentHash(repairContent(ticket));
  const current = (signer: 'CUSTOMER' | 'DEPARTMENT_HEAD') =>
    signed.findLast((signature) => signature.signer === signer && signature.contentHash === hash) ?? null;
  const contactName = ticket.contactName ?? customer?.name ?? null;
  const contactPhone = ticket.contactPhone ?? customer?.phone ?? null;
  return {
    ticket,
    urgency: ticket.urgency,
    company: company.name,
    estate: estate.name,
    timeZone: estate.timeZone,
    room: unit ? `${building?.name ?? ''} ${unit.code}`.trim() : null,
    customerArea: isCustomerArea(ticket),
    contactName: contactName === null ? null : named(ctx, ticket.estateId, contactName),
    contactPhone: contactPhone === null || whole(ctx, ticket.estateId) ? contactPhone : maskPhone(contactPhone),
    technician: technician?.displayName ?? null,
    quotation: quotation && { ...quotation, lines },
    parts,
    contentHash: hash,
    customerSignature: current('CUSTOMER'),
    headSignature: current('DEPARTMENT_HEAD'),
    // Signatures have places of their own.
    attachments: attachments.filter(({ purpose }) => purpose !== 'SIGNATURE'),
  };
}

/** The name of whoever signed with the own account, as the asker may read it; null where the asker may not. */
async function signedIn(
  ctx: RequestContext,
  estateId: string,
  { actorKind, actorId }: { readonly actorKind: string; readonly actorId: string | null },
): Promise<string | null> {
  if (actorId === null) return null;
  if (actorKind === 'STAFF') return (await staffById(ctx).load(actorId))?.displayName ?? null;
  const customer = actorKind === 'RESIDENT' ? await customerById(ctx).load(actorId) : null;
  return customer?.name == null ? null : named(ctx, estateId, customer.name);
}

export type WorkOrder = NonNullable<Awaited<ReturnType<typeof workOrder>>>;

const whole = (ctx: RequestContext, estateId: string): boolean => may(ctx.principal, 'customer.unmask', estateId);

const named = (ctx: RequestContext, estateId: string, name: string): string =>
  whole(ctx, estateId) ? name : maskName(name);
