import { ruleRefused } from '../../../domain/errors.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/**
 * Nobody works on a complaint against oneself.
 * @rule D-16
 * @throws RULE_REFUSED for whoever the complaint is about
 */
export function assertNotAbout({ principal }: CommandContext, { id, againstStaffId }: Ticket): void {
  if (principal.kind === 'STAFF' && againstStaffId === principal.subjectId)
    throw ruleRefused('D-16', 'The complaint is about whoever wants to handle it.', { ticketId: id });
}
