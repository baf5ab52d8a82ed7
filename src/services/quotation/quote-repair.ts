import { ruleRefused } from '../../domain/errors.js';
import { quotationLine, sumOf, type AskedLine } from '../../domain/quotation/quotation-lines.js';
import { newId } from '../../entities/new-id.js';
import { QuotationLine } from '../../entities/quotation/quotation-line.entity.js';
import { Quotation } from '../../entities/quotation/quotation.entity.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import { concernsCustomer } from '../callback/steps/owe-callback.js';
import type { CommandContext } from '../command/command-context.js';
import { listedPrices } from '../price/steps/listed-prices.js';
import { recordTicketEvent } from '../ticket/steps/record-ticket-event.js';
import { takeRepairStep } from '../ticket/steps/take-repair-step.js';
import type { TicketStepInput, TicketStepResult } from '../ticket/steps/take-ticket-step.js';
import { standingQuotation } from './steps/standing.js';

interface QuoteRepair extends TicketStepInput {
  readonly lines: readonly AskedLine[];
}

/**
 * Quotes what work on an order would cost: labour and parts, from the price list of the day or free. It takes the place
 * of an earlier one, and what the customer said to that counts no more. Needs `repair.quote` on the estate.
 * @rule R-DSP-13
 * @throws RULE_REFUSED R-DSP-13 unless somebody has accepted the order and its work is not done, when it concerns no
 * customer, and when somebody else than the owner pays for it
 * @throws INVALID_INPUT for lines that cannot be, or are not of one currency
 */
export async function quoteRepair(ctx: CommandContext, input: QuoteRepair): Promise<TicketStepResult> {
  const { ticket, at } = await takeRepairStep(ctx, input, 'quote', 'repair.quote');
  const { companyId, em } = ctx;
  const { estateId, occupancyId = null, responsibility = null } = ticket;
  if (!concernsCustomer(ticket)) throw ruleRefused('R-DSP-13', 'Nobody is there to be quoted a price.');
  if (responsibility !== null && responsibility !== 'OWNER_PAYS')
    throw ruleRefused('R-DSP-13', 'Somebody else than the owner pays for it.', { responsibility });
  const codes = input.lines.flatMap(({ code }) => (code == null ? [] : [code]));
  const list = await listedPrices(ctx, { estateId, codes, day: await dayAt(ctx, estateId, at) });
  const lines = input.lines.map((line, i) => quotationLine(`input.lines.${i}`, line, list));
  const { currency, labourMinor, partsMinor, totalMinor } = sumOf('input.lines', lines);
  const before = await standingQuotation(ctx, ticket.id);
  if (before) before.state = 'SUPERSEDED';
  Object.assign(ticket, { chargeMinor: null, chargeCurrency: null });
  const own = { companyId, ticketId: ticket.id, estateId, occupancyId };
  const quotation = em.create(Quotation, {
    ...own,
    id: newId(),
    number: (before?.number ?? 0) + 1,
    state: 'OFFERED',
    currency,
    labourMinor,
    partsMinor,
    totalMinor,
    quotedBy: ctx.principal.subjectId,
    quotedAt: at,
    answeredAt: null,
    answeredKind: null,
    answeredBy: null,
    mode: null,
    attachmentId: null,
  });
  await em.flush();
  lines.forEach(({ kind, code, name, unit, quantityMilli, priceMinor, amountMinor }, i) => {
    const line = { kind, code, name, unit, quantityMilli, priceMinor, amountMinor };
    em.create(QuotationLine, { ...own, quotationId: quotation.id, position: i + 1, ...line });
  });
  recordTicketEvent(ctx, ticket, {
    type: 'REPAIR_QUOTED',
    occurredAt: at,
    visibility: 'CUSTOMER',
    facts: { quotationId: quotation.id, number: quotation.number, labourMinor, partsMinor, totalMinor, currency },
  });
  return { ticketId: ticket.id, version: ticket.version };
}
