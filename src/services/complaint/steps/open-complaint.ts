import {
  assertGround,
  classFor,
  type ComplaintClass,
  type MajorGround,
} from '../../../domain/complaint/complaint-class.js';
import { nextComplaintStage } from '../../../domain/complaint/complaint-life.js';
import type { ComplainedAbout } from '../../../domain/complaint/decider.js';
import { notFound } from '../../../domain/errors.js';
import { phaseOf } from '../../../domain/ticket/lives.js';
import { Complaint } from '../../../entities/complaint/complaint.entity.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { logIntake } from '../../contact/steps/log-intake.js';
import { findRow } from '../../place/steps/find-row.js';
import { newTicket, type Report } from '../../ticket/steps/new-ticket.js';
import { recordTicketEvent } from '../../ticket/steps/record-ticket-event.js';
import { classPolicyOf } from './class-policy-of.js';

/** What a customer complains about, and what the desk knows of it. */
export interface LodgedComplaint extends Report {
  readonly companyAtFault?: boolean | null;
  readonly ground?: MajorGround | null;
  /** Contacts of the customer about it, this one included. */
  readonly contacts?: number | null;
  readonly about?: ComplainedAbout | null;
  readonly againstStaffId?: string | null;
}

/**
 * Takes a complaint down: recorded, classed by its facts, numbered by estate and local year. Needs `complaint.lodge` on
 * the estate, which everybody has who meets customers; a resident complains by APP for a unit held today, and classes
 * nothing. What staff took from a customer stands in the contact log too.
 * @rule R-CMP-01 @rule R-CMP-02 @rule R-CMP-05 @rule R-CMP-09 @rule R-CMP-13 @rule R-CMP-36 @rule R-REC-09 @rule D-16 @rule D-30
 * @throws NOT_FOUND when estate, unit, customer or the member of staff complained about are not seen
 * @throws RULE_REFUSED D-02 when the facts do not carry the ground
 * @throws INVALID_INPUT when the claimed instant is impossible
 */
export async function openComplaint(ctx: CommandContext, input: LodgedComplaint): Promise<Ticket> {
  const { estate, at, row } = await newTicket(ctx, input, 'COMPLAINT', 'complaint.lodge');
  const staff = ctx.principal.kind !== 'RESIDENT';
  const facts = {
    companyAtFault: (staff && input.companyAtFault) || false,
    ground: (staff && input.ground) || null,
    contacts: (staff && input.contacts) || 1,
  };
  const policy = await classPolicyOf(ctx, row);
  assertGround(facts, policy);
  const complaintClass: ComplaintClass = classFor(facts, policy);
  const againstStaffId = await against(ctx, input.againstStaffId ?? null, estate.id);
  const stage = nextComplaintStage('lodge', null);
  const ticket = ctx.em.create(Ticket, {
    ...row,
    phase: phaseOf('COMPLAINT', stage),
    stage,
    complaintClass,
    againstStaffId,
  });
  ctx.em.persist(ticket);
  await logIntake(ctx, ticket, { estate, contactId: input.contactId ?? null });
  await ctx.em.flush();
  ctx.em.persist(
    ctx.em.create(Complaint, {
      companyId: ctx.companyId,
      ticketId: ticket.id,
      estateId: estate.id,
      occupancyId: ticket.occupancyId ?? null,
      classAtReceipt: complaintClass,
      classSetAt: at,
      ...facts,
      about: (staff && input.about) || 'OTHER',
    }),
  );
  recordTicketEvent(ctx, ticket, {
    type: 'COMPLAINT_LODGED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { class: complaintClass, ground: facts.ground, channel: input.channel, categoryId: row.categoryId },
  });
  return ticket;
}

/** The member of staff complained about, who works on the estate or on no single one. @throws NOT_FOUND */
async function against(ctx: CommandContext, id: string | null, estateId: string): Promise<string | null> {
  if (id === null) return null;
  if (ctx.principal.kind === 'RESIDENT') throw notFound('staff');
  const staff = await findRow(ctx, Staff, 'staff', id);
  if (staff.estateId != null && staff.estateId !== estateId) throw notFound('staff');
  return staff.id;
}
