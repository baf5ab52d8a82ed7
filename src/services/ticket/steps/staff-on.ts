import { notFound, ruleRefused } from '../../../domain/errors.js';
import { ROLES } from '../../../domain/identity/role.js';
import { Staff } from '../../../entities/people/staff.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { holdsRoleOn } from '../../people/steps/holds-role-on.js';
import { findRow } from '../../place/steps/find-row.js';

/**
 * Somebody into whose hands a ticket is put: works on its estate, and is not whom it is about.
 * @rule D-16
 * @throws NOT_FOUND when the person is not seen, or does not work there
 * @throws RULE_REFUSED D-16 when the complaint is about the person
 */
export async function staffOn(ctx: CommandContext, staffId: string, ticket: Ticket): Promise<Staff> {
  const staff = await findRow(ctx, Staff, 'staff', staffId);
  if (!(await holdsRoleOn(ctx, staff.id, ROLES, ticket.estateId))) throw notFound('staff');
  if (ticket.againstStaffId === staff.id)
    throw ruleRefused('D-16', 'The complaint is about whoever is to handle it.', { ticketId: ticket.id });
  return staff;
}
