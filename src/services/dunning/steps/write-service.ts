import { stageAfterLetter } from '../../../domain/dunning/dunning-stage.js';
import {
  assertServiceOrder,
  attemptsSinceServed,
  type ServedDocument,
  type ServiceMethod,
  type ServiceOutcome,
} from '../../../domain/dunning/document-service.js';
import { ruleRefused } from '../../../domain/errors.js';
import { DocumentService } from '../../../entities/dunning/document-service.entity.js';
import type { DunningCase } from '../../../entities/dunning/dunning-case.entity.js';
import { LawyerLetter } from '../../../entities/dunning/lawyer-letter.entity.js';
import { newId } from '../../../entities/new-id.js';
import { dayAt } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { fulfilOwed } from '../../obligation/steps/fulfil-owed.js';
import { policyInForce } from '../../policy/steps/policy-in-force.js';
import { followDuties } from './follow-duties.js';
import { recordDunningEvent } from './record-dunning-event.js';
import { arrearsOn } from './standing-of.js';

/** An attempt to serve a document. */
export interface ServiceToWrite {
  readonly document: ServedDocument;
  readonly method: ServiceMethod;
  readonly outcome: ServiceOutcome;
  readonly at: Date;
  readonly receiptNumber?: string | null;
  readonly notarised?: boolean;
  readonly debtorListId?: string | null;
}

/**
 * Writes an attempt down whose turn it is; served, a letter is served and limitation runs from it.
 * @rule R-DUN-13 @rule R-DUN-14 @rule R-DUN-15 @rule R-DUN-16 @rule R-DUN-17 @rule D-09
 * @throws RULE_REFUSED R-DUN-17 out of order; R-DUN-11 for a letter that was not sent, or is served
 */
export async function writeService(
  ctx: CommandContext,
  debt: DunningCase,
  { document, method, outcome, at, receiptNumber = null, notarised = false, debtorListId = null }: ServiceToWrite,
): Promise<DocumentService> {
  const { companyId } = ctx;
  const { id: caseId, estateId } = debt;
  const day = await dayAt(ctx, estateId, at);
  const letter = document === 'LAWYER_LETTER' ? await sentLetterOf(ctx, debt) : null;
  const { service: order } = await policyInForce(ctx, 'P-41', estateId, day);
  assertServiceOrder(method, await attemptsOf(ctx, caseId, document, letter), order);
  const service = ctx.em.create(DocumentService, {
    ...{ companyId, id: newId(), estateId, caseId, document, method, outcome, ...(await arrearsOn(ctx, debt, day)) },
    ...{ letterId: letter?.id ?? null, debtorListId, attemptedAt: at, attemptedOn: day, receiptNumber, notarised },
    ...{ servedBy: ctx.principal.subjectId, recordedAt: ctx.clock.now() },
  });
  if (outcome === 'SERVED' && letter) {
    debt.stage = stageAfterLetter(debt.stage, 'serve');
    letter.servedOn = day;
  }
  recordDunningEvent(
    ctx,
    debt,
    outcome === 'SERVED' ? 'SERVED' : 'SERVICE_FAILED',
    {
      ...{ serviceId: service.id, document, method, outcome, letterId: letter?.id ?? null, debtorListId },
    },
    at,
  );
  if (outcome === 'SERVED' && letter) await fulfilOwed(ctx, ['LETTER_SERVICE'], caseId, at);
  await followDuties(ctx, caseId);
  return service;
}

/** What was tried so far with a document: a letter, or the notice at hand. */
export async function attemptsOf(
  ctx: CommandContext,
  caseId: string,
  document: ServedDocument,
  letter: LawyerLetter | null,
): Promise<readonly DocumentService[]> {
  await ctx.em.flush();
  const of = letter ? { letterId: letter.id } : { document };
  const attempts = await ctx.em.find(
    DocumentService,
    { companyId: ctx.companyId, caseId, ...of },
    { orderBy: { attemptedAt: 'asc', id: 'asc' } },
  );
  return attemptsSinceServed(attempts) as readonly DocumentService[];
}

/** The letter of a case that was sent and is not served yet. @throws RULE_REFUSED R-DUN-11 where there is none */
export async function sentLetterOf(ctx: CommandContext, { id: caseId, stage }: DunningCase): Promise<LawyerLetter> {
  const where = { companyId: ctx.companyId, caseId, sentOn: { $ne: null }, servedOn: null };
  const letter =
    stage === 'LETTER_SENT' ? await ctx.em.findOne(LawyerLetter, where, { orderBy: { id: 'desc' } }) : null;
  if (!letter) throw ruleRefused('R-DUN-11', 'No lawyer’s letter was sent that is not served.', { caseId, stage });
  return letter;
}
