import { ruleRefused } from '../../domain/errors.js';
import { pausedUntil } from '../../domain/ticket/developer-part.js';
import type { CommandContext } from '../command/command-context.js';
import { owe } from '../obligation/steps/owe.js';
import { owedFor } from '../obligation/steps/owed-for.js';
import { reschedule } from '../obligation/steps/reschedule.js';
import { haveClocksStandStill } from '../service-clock/steps/stand-still.js';
import { policyOfTicket } from './steps/policy-of-ticket.js';
import { recordTicketEvent } from './steps/record-ticket-event.js';
import { takeRepairStep } from './steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from './steps/take-ticket-step.js';

interface PassToDeveloper extends TicketStepInput {
  /** By when the developer has promised to have done its part. */
  readonly dueAt: Date;
}

/**
 * Passes the developer's part of an order on, or records that it is promised for another time: the order stays ours, and
 * the desk owes that it is chased. Our clocks stand still meanwhile, not longer than the policy's cap from the first time
 * on. Needs `repair.developer` on the estate.
 * @rule D-05
 * @throws RULE_REFUSED unless the repair is under the developer's warranty, with nobody on site and the work not done
 * @throws INVALID_INPUT when the promise does not lie ahead
 */
export async function passToDeveloper(ctx: CommandContext, input: PassToDeveloper): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'passToDeveloper', 'repair.developer');
  const { responsibility = null, estateId } = ticket;
  if (responsibility !== 'DEVELOPER_WARRANTY')
    throw ruleRefused('D-05', "Only what is under the developer's warranty is passed to the developer.", {
      responsibility,
    });
  const { dueAt } = input;
  const [owed] = await owedFor(ctx, ['DEVELOPER_PART'], ticket.id);
  const { WITH_DEVELOPER: cap } = await policyOfTicket(ctx, ticket, 'D-05');
  const pauseUntil = pausedUntil(at, dueAt, cap, owed?.owedSince);
  const again = ticket.developerDueAt != null;
  ticket.developerDueAt = dueAt;
  if (owed?.state === 'OPEN') reschedule(ctx, owed, dueAt, at);
  else if (!owed)
    owe(ctx, {
      kind: 'DEVELOPER_PART',
      estateId,
      subjectKind: 'TICKET',
      subjectId: ticket.id,
      owner: { ownerPost: 'FRONT_DESK' },
      since: at,
      dueAt,
    });
  await haveClocksStandStill(ctx, ticket, { reason: 'WITH_DEVELOPER', at, until: pauseUntil });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_PASSED_TO_DEVELOPER',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { dueAt: dueAt.toISOString(), pauseUntil: pauseUntil.toISOString(), again },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
