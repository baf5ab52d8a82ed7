import type { GivenAnswer } from '../../domain/survey/survey-answer.js';
import type { ModeOfStaff } from '../../domain/survey/survey-mode.js';
import { SurveyForm } from '../../entities/survey/survey-form.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { takeAnswers, type AnswersTaken } from './steps/take-answers.js';

interface EnterSurveyResponse extends CommandInput {
  readonly formId: string;
  readonly mode: ModeOfStaff;
  readonly answers: readonly GivenAnswer[];
  /** When the household answered, for what is entered late. */
  readonly occurredAt?: Date | null;
}

/**
 * Types in a form that came back on paper, or what a household said on the telephone. Of one household the latest answer
 * counts. Answered in time, it is taken down until the round is analysed. Needs `survey.enter` on the estate.
 * @rule R-SAT-02 @rule D-29
 * @throws NOT_FOUND surveyForm
 * @throws RULE_REFUSED R-SAT-02 when it was answered before the issue or after the close, or the round is analysed
 * @throws INVALID_INPUT with the path of an answer that does not fit, or when it happened in the future
 */
export async function enterSurveyResponse(ctx: CommandContext, input: EnterSurveyResponse): Promise<AnswersTaken> {
  const form = await findRow(ctx, SurveyForm, 'surveyForm', input.formId);
  authorizeOn(ctx.principal, 'survey.enter', form.estateId);
  const answeredAt = ctx.occurredAt(input.occurredAt);
  const { formId, mode, answers } = input;
  return takeAnswers(ctx, { formId, mode, answers, answeredAt, enteredById: ctx.principal.subjectId });
}
