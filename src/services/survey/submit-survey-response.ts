import { invalidInput, notFound, unauthenticated } from '../../domain/errors.js';
import type { GivenAnswer } from '../../domain/survey/survey-answer.js';
import { SurveyForm } from '../../entities/survey/survey-form.entity.js';
import type { Position } from '../../events/cursor.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { House } from '../../tenancy/house.js';
import type { Principal } from '../../tenancy/principal.js';
import { proveSurveyToken, respondent } from '../../tenancy/survey/survey-link.js';
import type { CommandContext } from '../command/command-context.js';
import { runCommand, type CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { takeAnswers, type AnswersTaken } from './steps/take-answers.js';

interface SubmitSurveyResponse extends CommandInput {
  /** Of the household's link. */
  readonly token?: string | null;
  /** The own form, of a resident who is signed in. */
  readonly formId?: string | null;
  readonly answers: readonly GivenAnswer[];
}

/**
 * Answers a form: by its link without signing in, or as its resident. Answered again, the later one counts until the round
 * closes, and both are kept.
 * @rule R-SAT-02 @rule D-29
 * @throws NOT_FOUND surveyForm when the link is none of ours, or the form is another household's
 * @throws UNAUTHENTICATED without a link, when nobody is signed in
 * @throws RULE_REFUSED R-SAT-02 when the round does not take answers
 * @throws INVALID_INPUT with the path of an answer that does not fit
 */
export async function submitSurveyResponse(
  house: House,
  asker: Principal | null,
  input: SubmitSurveyResponse,
): Promise<AnswersTaken & Position & { readonly companyId: string }> {
  const { token = null, formId = null, answers, commandId = null } = input;
  if ((token === null) === (formId === null)) throw invalidInput('input.token', 'give either token or formId');
  if (token !== null) {
    const form = await proveSurveyToken(house, token);
    const done = await runCommand(house, respondent(form), answerByLink, { formId: form.formId, answers, commandId });
    return { ...done, companyId: form.companyId };
  }
  if (!asker) throw unauthenticated();
  const done = await runCommand(house, asker, answerInApp, { formId: formId ?? '', answers, commandId });
  return { ...done, companyId: asker.companyId };
}

interface AnsweredForm extends CommandInput {
  readonly formId: string;
  readonly answers: readonly GivenAnswer[];
}

const answerByLink = (ctx: CommandContext, { formId, answers }: AnsweredForm): Promise<AnswersTaken> =>
  takeAnswers(ctx, { formId, answers, mode: 'LINK', answeredAt: ctx.clock.now(), enteredById: null });

async function answerInApp(ctx: CommandContext, { formId, answers }: AnsweredForm): Promise<AnswersTaken> {
  const form = await findRow(ctx, SurveyForm, 'surveyForm', formId);
  authorizeOn(ctx.principal, 'survey.answer', form.estateId);
  if (ctx.principal.kind !== 'RESIDENT') throw notFound('surveyForm');
  return takeAnswers(ctx, { formId, answers, mode: 'APP', answeredAt: ctx.clock.now(), enteredById: null });
}
