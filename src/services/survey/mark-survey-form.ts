import { ruleRefused } from '../../domain/errors.js';
import type { UndeliverableReason } from '../../domain/survey/undeliverable.js';
import { SurveyForm } from '../../entities/survey/survey-form.entity.js';
import { SurveyResponse } from '../../entities/survey/survey-response.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { goOnInConfidence } from '../../tenancy/survey/in-confidence.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { lockForm } from './steps/lock-form.js';
import { recordEstateEvent } from './steps/record-survey-event.js';

interface MarkSurveyForm extends CommandInput {
  readonly formId: string;
  readonly expectedVersion?: number | null;
  /** Null takes the mark back. */
  readonly undeliverable?: UndeliverableReason | null;
}

/**
 * Says that a form did not reach its household, or that it has: what did not is left out of the response rate. A household
 * that has answered was reached, whatever is said. Needs `survey.enter` on the estate.
 * @rule R-SAT-02
 * @throws NOT_FOUND surveyForm
 * @throws CONFLICT when it has changed meanwhile
 * @throws RULE_REFUSED R-SAT-02 once the round is analysed
 */
export async function markSurveyForm(
  ctx: CommandContext,
  input: MarkSurveyForm,
): Promise<{ readonly formId: string; readonly version: number }> {
  const { companyId, em } = ctx;
  const known = await findRow(ctx, SurveyForm, 'surveyForm', input.formId);
  authorizeOn(ctx.principal, 'survey.enter', known.estateId);
  await goOnInConfidence(em);
  const { form, round, estate } = await lockForm(ctx, input.formId);
  await ctx.load(SurveyForm, 'surveyForm', form.id, input.expectedVersion);
  const { stage } = round;
  if (stage === 'ANALYSED') throw ruleRefused('R-SAT-02', 'The round has been analysed.', { stage });
  const answered = await em.count(SurveyResponse, { companyId, formId: form.id, counts: true });
  const undeliverable = answered > 0 ? null : (input.undeliverable ?? null);
  estate.undeliverable += Number(undeliverable !== null) - Number(form.undeliverable != null);
  estate.version += 1;
  Object.assign(form, { undeliverable, version: form.version + 1 });
  recordEstateEvent(ctx, estate, 'FORM_MARKED', { facts: { formId: form.id } });
  return { formId: form.id, version: form.version };
}
