import { LockMode } from '@mikro-orm/core';
import { notFound } from '../../../domain/errors.js';
import { SurveyEstate } from '../../../entities/survey/survey-estate.entity.js';
import { SurveyForm } from '../../../entities/survey/survey-form.entity.js';
import { SurveyRound } from '../../../entities/survey/survey-round.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { findRow } from '../../place/steps/find-row.js';

/** A form with the round, which does not move on meanwhile, and the counts of its estate. */
interface LockedForm {
  readonly form: SurveyForm;
  readonly round: SurveyRound;
  readonly estate: SurveyEstate;
}

/**
 * A form, locked with the counts of its estate; forms of one round otherwise wait for nobody. The transaction is in
 * confidence already.
 * @throws NOT_FOUND surveyForm
 */
export async function lockForm(ctx: CommandContext, formId: string): Promise<LockedForm> {
  const { companyId, em } = ctx;
  const { roundId, estateId } = await findRow(ctx, SurveyForm, 'surveyForm', formId);
  const shared = { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } as const;
  const round = await em.findOne(SurveyRound, { companyId, id: roundId }, shared);
  const form = await findRow(ctx, SurveyForm, 'surveyForm', formId, 'lock');
  const own = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const estate = await em.findOne(SurveyEstate, { companyId, roundId, estateId }, own);
  if (!round || !estate) throw notFound('surveyForm');
  return { form, round, estate };
}
