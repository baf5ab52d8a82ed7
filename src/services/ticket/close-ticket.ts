import { ruleRefused } from '../../domain/errors.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { Complaint } from '../../entities/complaint/complaint.entity.js';
import type { Ticket } from '../../entities/ticket/ticket.entity.js';
import { demandOf } from '../callback/steps/demand-of.js';
import { isCalledBack } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { assertDecider } from '../complaint/steps/assert-decider.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeSharedStep } from './steps/take-shared-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

/** The rule by which the customers of a kind are called back. */
const CALLED_BACK_BY: Readonly<Partial<Record<TicketKind, string>>> = {
  REPAIR: 'R-RPR-15',
  SERVICE_REQUEST: 'R-CBK-07',
};

interface CloseTicket extends TicketStepInput {
  /** Why a callback that is owed was not made: the customer wants none. */
  readonly withoutCallback?: string | null;
}

/**
 * Closes and files a ticket. A customer is called back first about a service, and about a repair where the policy says
 * so, or with the reason why not. A complaint is closed by a post that it is not about, answered in writing where it came
 * in writing, and called back where its class or channel demands it, or with the reason why not. Enquiries, suggestions
 * and calls for help end by their answer. Needs `ticket.close` on the estate.
 * @rule R-RPR-15 @rule R-RPR-18 @rule R-CBK-07 @rule R-CMP-18 @rule R-CMP-15 @rule R-CBK-04 @rule D-16 @rule P-08
 * @throws RULE_REFUSED when the stage does not take it, a callback or a written answer is owed, or another post decides
 */
export async function closeTicket(ctx: CommandContext, input: CloseTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeSharedStep(ctx, input, 'close', 'ticket.close');
  const waiver = input.withoutCallback ?? null;
  if (ticket.kind === 'COMPLAINT') await assertAnswered(ctx, ticket, waiver !== null);
  else if (ticket.calledBackAt == null && waiver === null && (await isCalledBack(ctx, ticket)))
    throw ruleRefused(CALLED_BACK_BY[ticket.kind] ?? 'R-CBK-01', 'The customer is called back before it is filed.', {
      ticketId: ticket.id,
    });
  ticket.closedAt = at;
  if (waiver !== null) writeNote(ctx, ticket, { kind: 'DECISION', text: waiver, at });
  recordTicketEvent(ctx, ticket, {
    type: `${ticket.kind}_CLOSED`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { callbackWaived: waiver !== null },
  });
  return { ticketId: ticket.id, version: ticket.version };
}

async function assertAnswered(ctx: CommandContext, ticket: Ticket, waived: boolean): Promise<void> {
  const complaint = await ctx.em.findOneOrFail(Complaint, { companyId: ctx.companyId, ticketId: ticket.id });
  assertDecider(ctx, ticket, complaint);
  if (ticket.channel === 'LETTER' && complaint.replyMode !== 'IN_WRITING')
    throw ruleRefused('R-CMP-15', 'A complaint in writing is answered in writing before it is closed.');
  const demand = await demandOf(ctx, ticket);
  if (demand.owed === 'ALWAYS' && complaint.calledBackAt == null && !waived)
    throw ruleRefused('R-CBK-04', 'The customer is called back before it is closed.', {
      mode: demand.mode,
      by: demand.by,
    });
}
