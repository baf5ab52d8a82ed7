import { assertAgreed } from '../../domain/service/service-terms.js';
import { oweCallback } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { takeServiceStep } from './steps/take-service-step.js';
import { factsOfTerms } from './steps/terms-of.js';

interface PerformService extends TicketStepInput {
  /** What was done. */
  readonly result: string;
}

/**
 * Records that a service was performed; a callback is owed from then on. Needs `service.perform` on the estate.
 * @rule R-DSP-04 @rule R-DSP-13 @rule R-CBK-07
 * @throws NOT_FOUND when it is no service request
 * @throws RULE_REFUSED R-DSP-13 before it is said to be free or its price is agreed to; when it is performed already
 */
export async function performService(ctx: CommandContext, input: PerformService): Promise<TicketStepResult> {
  const { ticket, service, at } = await takeServiceStep(ctx, input, 'perform', 'service.perform');
  assertAgreed(service);
  ticket.completedAt = at;
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: input.result, at, visibility: 'CUSTOMER' });
  recordTicketEvent(ctx, ticket, {
    type: 'SERVICE_REQUEST_PERFORMED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { noteId, ...factsOfTerms(service) },
  });
  await oweCallback(ctx, ticket, at);
  return { ticketId: ticket.id, version: ticket.version };
}
