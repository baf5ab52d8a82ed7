import { invalidInput, ruleRefused } from '../../domain/errors.js';
import type { CommandContext } from '../command/command-context.js';
import { assertEngineer } from './steps/engineer.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';
import { addWorker, visitAhead, workersOf } from './steps/workers.js';

interface SetRepairCrew extends TicketStepInput {
  /** All who help, in place of those named before. */
  readonly crewIds: readonly string[];
}

/**
 * Says who helps the technician on the visit under way, or on the next one: each of Engineering. Who has worked on a visit
 * stays among those who did. Needs `repair.accept` on the estate.
 * @rule R-RPR-02 @rule R-ORG-65
 * @throws NOT_FOUND when somebody is not seen
 * @throws INVALID_INPUT when somebody is named twice, or is the technician
 * @throws RULE_REFUSED when nobody has accepted it or the work is done, when somebody holds no Engineering role, and
 * R-ORG-65 when somebody who is on site is left out
 */
export async function setRepairCrew(ctx: CommandContext, input: SetRepairCrew): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'help', 'repair.accept');
  const crewIds = [...new Set(input.crewIds)];
  if (crewIds.length < input.crewIds.length) throw invalidInput('input.crewIds', 'must not name anybody twice');
  if (ticket.assigneeId != null && crewIds.includes(ticket.assigneeId))
    throw invalidInput('input.crewIds', 'must not name the technician');
  const before = (await workersOf(ctx, ticket, visitAhead(ticket))).filter((worker) => worker.helps);
  for (const worker of before.filter(({ staffId }) => !crewIds.includes(staffId))) {
    if (ticket.stage === 'ON_SITE')
      throw ruleRefused('R-ORG-65', 'Who is on site stays among those who did the work.', { staffId: worker.staffId });
    ctx.em.remove(worker);
  }
  for (const helperId of crewIds) {
    await assertEngineer(ctx, helperId, ticket.estateId);
    await addWorker(ctx, ticket, helperId, { helps: true });
  }
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_CREW_SET',
    occurredAt: at,
    visibility: 'INTERNAL',
    facts: { visit: visitAhead(ticket), crew: crewIds.length },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
