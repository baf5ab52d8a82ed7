import { notFound, ruleRefused } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import type { Role } from '../../domain/identity/role.js';
import { Staff } from '../../entities/people/staff.entity.js';
import type { CommandContext } from '../command/command-context.js';
import { holdsRoleOn } from '../people/steps/holds-role-on.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

/** Who takes the order on. */
interface AcceptRepair extends TicketStepInput {
  /** The technician; absent, whoever accepts. */
  readonly technicianId?: string | null;
}

/** The roles of the Engineering department. @rule R-RPR-02 */
const ENGINEERING: readonly Role[] = ['ENGINEERING_HEAD', 'TECHNICIAN'];

/**
 * Takes a forwarded repair on, for oneself or for a named member of Engineering. Needs `repair.accept` on the estate.
 * @rule R-RPR-05 @rule R-RPR-02
 * @throws NOT_FOUND when the named member of staff is not seen
 * @throws RULE_REFUSED unless it is FORWARDED, and when the named one holds no Engineering role on the estate
 */
export async function acceptRepair(ctx: CommandContext, input: AcceptRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'accept', 'repair.accept');
  const technicianId = input.technicianId ?? ctx.principal.subjectId;
  if (input.technicianId != null) await assertEngineer(ctx, technicianId, ticket.estateId);
  ticket.acceptedAt = at;
  ticket.assigneeId = technicianId;
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_ACCEPTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { technicianId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}

async function assertEngineer(ctx: CommandContext, staffId: string, estateId: string): Promise<void> {
  const { companyId } = ctx;
  const staff = isId(staffId) ? await ctx.em.findOne(Staff, { companyId, id: staffId }) : null;
  if (!staff) throw notFound('staff');
  if (await holdsRoleOn(ctx, staffId, ENGINEERING, estateId)) return;
  throw ruleRefused('R-RPR-02', 'The named member of staff holds no Engineering role on this estate.', {
    technicianId: staffId,
  });
}
