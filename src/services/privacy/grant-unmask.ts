import { invalidInput, notFound } from '../../domain/errors.js';
import type { UnmaskPurpose } from '../../domain/privacy/unmask-purpose.js';
import { unmaskUntil } from '../../domain/privacy/unmask-term.js';
import { newId } from '../../entities/new-id.js';
import { Customer } from '../../entities/people/customer.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { UnmaskGrant, UnmaskGrantCustomer } from '../../entities/privacy/unmask-grant.entity.js';
import { Ticket } from '../../entities/ticket/ticket.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findAll } from '../place/steps/find-all.js';
import { findRow } from '../place/steps/find-row.js';
import { policyInForce } from '../policy/steps/policy-in-force.js';
import { assertPerson } from './steps/assert-person.js';

/** Exactly one of the three says whose data are meant. */
export interface UnmaskSubjects {
  readonly customerIds?: readonly string[] | null;
  readonly estateId?: string | null;
  readonly ticketId?: string | null;
}

interface GrantUnmask extends CommandInput, UnmaskSubjects {
  readonly purpose: UnmaskPurpose;
  readonly reason: string;
  readonly expiresAt?: Date | null;
}

type Subject = Pick<UnmaskGrant, 'estateId' | 'subject'> & {
  readonly ticketId: string | null;
  readonly customerIds: readonly string[];
};

/**
 * Lets the asker read customers of one estate by name and telephone for a stated purpose and a while. The estate sees
 * it, and every reading is logged. It ends by itself. @rule R-ORG-77 @rule R-ORG-78
 * @throws NOT_FOUND customer, estate or ticket
 * @throws FORBIDDEN unmask.grant on the estate; for programs always
 * @throws INVALID_INPUT when not exactly one kind of subject is named, customers are of several estates, or the end lies
 * beyond the longest term
 */
export async function grantUnmask(ctx: CommandContext, input: GrantUnmask): Promise<{ grantId: string }> {
  assertPerson(ctx, 'unmask.grant');
  const { estateId, subject, ticketId, customerIds } = await subjectOf(ctx, input);
  authorizeOn(ctx.principal, 'unmask.grant', estateId);
  const now = ctx.clock.now();
  const longest = await policyInForce(ctx, 'R-ORG-78', estateId, await dayAt(ctx, estateId, now));
  const expiresAt = unmaskUntil(now, input.expiresAt, longest);
  const grant = ctx.em.create(UnmaskGrant, {
    companyId: ctx.companyId,
    id: newId(),
    estateId,
    staffId: ctx.principal.subjectId,
    purpose: input.purpose,
    reason: input.reason,
    subject,
    ticketId,
    grantedAt: now,
    expiresAt,
    version: 1,
  });
  await ctx.em.flush();
  for (const customerId of customerIds)
    ctx.em.create(UnmaskGrantCustomer, { companyId: ctx.companyId, grantId: grant.id, customerId, estateId });
  ctx.record({
    type: 'privacy.UNMASK_GRANTED',
    estateId,
    subjectKind: 'unmaskGrant',
    subjectId: grant.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: {
      purpose: input.purpose,
      subject,
      staffId: ctx.principal.subjectId,
      ticketId,
      customers: customerIds.length,
      expiresAt: expiresAt.toISOString(),
    },
  });
  return { grantId: grant.id };
}

async function subjectOf(ctx: CommandContext, input: UnmaskSubjects): Promise<Subject> {
  const { customerIds, estateId, ticketId } = input;
  if ([customerIds, estateId, ticketId].filter((named) => named != null).length !== 1)
    throw invalidInput('input', 'name customers, an estate or a ticket, and only one of them');
  if (estateId != null) {
    const estate = await findRow(ctx, Estate, 'estate', estateId);
    return { estateId: estate.id, subject: 'ESTATE', ticketId: null, customerIds: [] };
  }
  if (ticketId != null) {
    const ticket = await findRow(ctx, Ticket, 'ticket', ticketId);
    const behind = ticket.customerId == null ? [] : [ticket.customerId];
    return { estateId: ticket.estateId, subject: 'TICKET', ticketId: ticket.id, customerIds: behind };
  }
  const customers = await findAll(ctx, Customer, 'customer', customerIds ?? []);
  const [first] = customers;
  if (!first) throw notFound('customer');
  if (customers.some((customer) => customer.estateId !== first.estateId))
    throw invalidInput('input.customerIds', 'must be customers of one estate');
  const ids = customers.map((customer) => customer.id);
  return { estateId: first.estateId, subject: 'CUSTOMERS', ticketId: null, customerIds: ids };
}
