import { invalidInput, notFound } from '../../domain/errors.js';
import { DocumentService } from '../../entities/dunning/document-service.entity.js';
import { DunningCase } from '../../entities/dunning/dunning-case.entity.js';
import { DunningStep } from '../../entities/dunning/dunning-step.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import { findRow } from '../place/steps/find-row.js';
import { attachEvidence } from './steps/attach-evidence.js';
import { recordDunningEvent, type DunningResult } from './steps/record-dunning-event.js';
import type { WhichCase } from './steps/take-case.js';

interface AddDunningEvidence extends WhichCase {
  readonly stepId?: string | null;
  readonly serviceId?: string | null;
  readonly attachmentIds: readonly string[];
}

/**
 * Has files prove a step or a service that was recorded before, also of a case that is closed. Needs `dunning.act` on the
 * estate.
 * @rule R-DUN-12
 * @throws NOT_FOUND dunning case, step, service or attachment
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT unless a step or a service is named
 */
export async function addDunningEvidence(ctx: CommandContext, input: AddDunningEvidence): Promise<DunningResult> {
  const debt = await ctx.load(DunningCase, 'dunning case', input.caseId, input.expectedVersion);
  authorizeOn(ctx.principal, 'dunning.act', debt.estateId);
  const { stepId = null, serviceId = null } = input;
  if ((stepId === null) === (serviceId === null))
    throw invalidInput('input.serviceId', 'name the step or the service, one of them');
  const proven =
    stepId === null
      ? await findRow(ctx, DocumentService, 'service', serviceId ?? '')
      : await findRow(ctx, DunningStep, 'step', stepId);
  if (proven.caseId !== debt.id) throw notFound(stepId === null ? 'service' : 'step');
  const of = stepId === null ? { serviceId: proven.id } : { stepId: proven.id };
  await attachEvidence(ctx, debt, of, input.attachmentIds);
  return recordDunningEvent(ctx, debt, 'PROVEN', { stepId, serviceId, files: input.attachmentIds.length });
}
