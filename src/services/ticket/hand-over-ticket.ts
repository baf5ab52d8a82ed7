import { invalidInput, ruleRefused } from '../../domain/errors.js';
import type { TicketKind } from '../../domain/ticket/ticket-kind.js';
import { may } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import { assertNotAbout } from './steps/assert-not-about.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { staffOn } from './steps/staff-on.js';
import { takeKindStep } from './steps/take-kind-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { writeNote } from './steps/write-note.js';

/** All but repairs, which pass from technician to technician. @rule R-RPR-02 */
const KINDS: readonly TicketKind[] = ['COMPLAINT', 'ENQUIRY', 'SUGGESTION', 'SERVICE_REQUEST', 'HELP_CALL'];

interface HandOverTicket extends TicketStepInput {
  readonly assigneeId: string;
  /** What the next one has to know, for staff. */
  readonly note?: string | null;
}

/**
 * Puts a ticket into a colleague's hands, as at the end of a shift: by whoever is in charge of it, or by the desk. It stays
 * where it stands, and no clock starts anew. Needs `ticket.handOver` on the estate.
 * @rule D-19 @rule D-16
 * @throws NOT_FOUND for repairs, and when the colleague is not seen or does not work on the estate
 * @throws INVALID_INPUT when the colleague has it already
 * @throws RULE_REFUSED D-19 at its end, and for anybody else; D-16 when the complaint is about either
 */
export async function handOverTicket(ctx: CommandContext, input: HandOverTicket): Promise<TicketStepResult> {
  const { ticket, at } = await takeKindStep(ctx, input, KINDS, 'handOver', 'ticket.handOver');
  assertNotAbout(ctx, ticket);
  const { assigneeId, note = null } = input;
  const from = ticket.assigneeId ?? null;
  if (from !== ctx.principal.subjectId && !may(ctx.principal, 'ticket.assign', ticket.estateId))
    throw ruleRefused('D-19', 'It is handed over by whoever is in charge of it, or by the desk.', {
      ticketId: ticket.id,
    });
  if (from === assigneeId) throw invalidInput('input.assigneeId', 'has it already');
  ticket.assigneeId = (await staffOn(ctx, assigneeId, ticket)).id;
  const noteId = note === null ? null : writeNote(ctx, ticket, { kind: 'NOTE', text: note, at });
  recordTicketEvent(ctx, ticket, {
    type: 'HANDED_OVER',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { assigneeId, from, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
