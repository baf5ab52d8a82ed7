import { isByWord } from '../../domain/consent/consent-mode.js';
import { conflict, ruleRefused } from '../../domain/errors.js';
import { assertAnswered, type ConsentClaim } from '../../domain/quotation/consent.js';
import { notBefore } from '../../domain/ticket/not-before.js';
import type { CommandContext } from '../command/command-context.js';
import { assertShows } from '../signature/steps/bind-attachment.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeRepairStep } from '../ticket/steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { didTheWork } from '../ticket/steps/workers.js';
import { writeNote } from '../ticket/steps/write-note.js';
import { standingQuotation } from './steps/standing.js';

interface AnswerQuotation extends TicketStepInput, ConsentClaim {
  /** The quotation that the customer was shown. */
  readonly quotationId: string;
  readonly accepted: boolean;
}

/**
 * Records what the customer says to the quotation that stands: by the resident in the app, or by staff with the writing
 * that shows it, or with who gave the word. Whoever works on the order does not pass on a word that is worth money to it.
 * Needs `repair.consent` on the estate; a resident answers for own occupancies.
 * @rule R-DSP-13 @rule R-ORG-68 @rule D-30
 * @throws RULE_REFUSED R-DSP-13 once the work is done, R-ORG-68 when who works on it passes on a word
 * @throws CONFLICT when another quotation stands, or it was answered already
 * @throws INVALID_INPUT when the claim lacks what its mode needs, or the answer lies before the quotation
 * @throws NOT_FOUND when the attachment is none of this order
 */
export async function answerQuotation(ctx: CommandContext, input: AnswerQuotation): Promise<TicketStepResult> {
  const { ticket, at: said } = await takeRepairStep(ctx, input, 'answerQuotation', 'repair.consent');
  const { kind, subjectId } = ctx.principal;
  const { mode, accepted, attachmentId = null, reason = null } = input;
  assertAnswered(input, kind === 'RESIDENT');
  if (isByWord(mode) && (await didTheWork(ctx, ticket, subjectId)))
    throw ruleRefused('R-ORG-68', 'Who works on it does not pass on a word about its price.', { ticketId: ticket.id });
  const quotation = await standingQuotation(ctx, ticket.id);
  if (quotation?.id !== input.quotationId || quotation.state !== 'OFFERED')
    throw conflict('It is not the quotation that waits for an answer.', {
      what: 'quotation',
      quotationId: quotation?.id ?? null,
      state: quotation?.state ?? null,
    });
  const at = notBefore({ name: 'quotedAt', at: quotation.quotedAt }, said, input.occurredAt != null);
  if (attachmentId !== null)
    await assertShows(ctx, attachmentId, { subjectId: ticket.id, kinds: ['SIGNATURE', 'PHOTO', 'SCAN'] });
  Object.assign(quotation, {
    state: accepted ? 'ACCEPTED' : 'DECLINED',
    answeredAt: at,
    answeredKind: kind === 'RESIDENT' ? 'RESIDENT' : 'STAFF',
    answeredBy: subjectId,
    mode,
    attachmentId,
  });
  if (accepted) Object.assign(ticket, { chargeMinor: quotation.totalMinor, chargeCurrency: quotation.currency });
  const noteId = reason === null ? null : writeNote(ctx, ticket, { kind: 'DECISION', text: reason, at });
  recordTicketEvent(ctx, ticket, {
    type: `REPAIR_QUOTATION_${accepted ? 'ACCEPTED' : 'DECLINED'}`,
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: {
      quotationId: quotation.id,
      number: quotation.number,
      mode,
      totalMinor: quotation.totalMinor,
      currency: quotation.currency,
      noteId,
    },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
