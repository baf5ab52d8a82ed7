import { decidersOf } from '../../../domain/complaint/decider.js';
import { ruleRefused } from '../../../domain/errors.js';
import type { Complaint } from '../../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { rolesOn } from '../../../tenancy/principal.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Classing, judging and closing belong to a post that the complaint is not about.
 * @rule D-16
 * @throws RULE_REFUSED with the posts that may
 */
export function assertDecider(ctx: CommandContext, ticket: Ticket, complaint: Complaint): void {
  const deciders = decidersOf(complaint.about);
  if (rolesOn(ctx.principal, ticket.estateId).some((role) => deciders.includes(role))) return;
  throw ruleRefused('D-16', 'This complaint is decided by another post.', { about: complaint.about, deciders });
}
