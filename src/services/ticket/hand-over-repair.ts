import { invalidInput } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { assertEngineer } from './steps/engineer.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { addWorker } from './steps/workers.js';
import { writeNote } from './steps/write-note.js';

interface HandOverRepair extends TicketStepInput {
  readonly technicianId: string;
  /** What the next one has to know, for staff. */
  readonly note?: string | null;
}

/**
 * Puts an order into the hands of another technician, as at the end of a shift; no clock starts anew. On site both have
 * done the work. Needs `repair.accept` on the estate.
 * @rule R-RPR-02 @rule D-19
 * @throws NOT_FOUND when the technician is not seen
 * @throws INVALID_INPUT when the technician has it already
 * @throws RULE_REFUSED when nobody has accepted it or the work is done, and when the named one holds no Engineering role
 */
export async function handOverRepair(ctx: CommandContext, input: HandOverRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'handOver', 'repair.accept');
  const { technicianId, note = null } = input;
  const from = ticket.assigneeId ?? null;
  if (from === technicianId) throw invalidInput('input.technicianId', 'has it already');
  await assertEngineer(ctx, technicianId, ticket.estateId);
  ticket.assigneeId = technicianId;
  if (ticket.stage === 'ON_SITE') await addWorker(ctx, ticket, technicianId, { helps: false });
  const noteId = note === null ? null : writeNote(ctx, ticket, { kind: 'NOTE', text: note, at });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_HANDED_OVER',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { technicianId, from, noteId },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
