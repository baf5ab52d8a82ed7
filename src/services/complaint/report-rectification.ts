import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { moveComplaint, takeComplaintStep } from './steps/take-complaint-step.js';

/**
 * Records that the department has told the front desk what it put right. Needs `complaint.rectify` on the estate.
 * @rule R-CMP-06 @rule R-CMP-10 @rule D-16
 * @throws RULE_REFUSED unless it is RECTIFIED
 * @throws INVALID_INPUT when it was told before it was put right
 */
export async function reportRectification(ctx: CommandContext, input: TicketStepInput): Promise<TicketStepResult> {
  const { ticket, complaint, at } = await takeComplaintStep(ctx, input, 'complaint.rectify', ({ rectifiedAt }) =>
    rectifiedAt ? { name: 'rectifiedAt', at: rectifiedAt } : null,
  );
  moveComplaint(ticket, 'reportRectification');
  complaint.departmentReportedAt = at;
  recordTicketEvent(ctx, ticket, { type: 'COMPLAINT_DEPARTMENT_REPORTED', occurredAt: at, visibility: 'INTERNAL' });
  return { ticketId: ticket.id, version: ticket.version };
}
