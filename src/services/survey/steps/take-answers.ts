import {
  isValidForm,
  assertTakesAnswers,
  placeAnswers,
  type GivenAnswer,
} from '../../../domain/survey/survey-answer.js';
import { bucketOf } from '../../../domain/survey/survey-counts.js';
import { isByStaff, type SurveyMode } from '../../../domain/survey/survey-mode.js';
import { newId } from '../../../entities/new-id.js';
import { Questionnaire } from '../../../entities/survey/questionnaire.entity.js';
import { SurveyAnswer } from '../../../entities/survey/survey-answer.entity.js';
import { SurveyResponse } from '../../../entities/survey/survey-response.entity.js';
import { goOnInConfidence } from '../../../tenancy/survey/in-confidence.js';
import type { CommandContext } from '../../command/command-context.js';
import { keepComments } from './keep-comments.js';
import { lockForm } from './lock-form.js';
import { recordEstateEvent } from './record-survey-event.js';

/** What came back, and how. */
interface Returned {
  readonly formId: string;
  readonly mode: SurveyMode;
  readonly answers: readonly GivenAnswer[];
  /** When the household answered. */
  readonly answeredAt: Date;
  /** Who types it in; null where the household does. */
  readonly enteredById: string | null;
}

/** What every way of answering a form is told. */
export interface AnswersTaken {
  /** RFC 3339. */
  readonly answeredAt: string;
  /** Which answer of the household it is, from 1. */
  readonly number: number;
  /** Whether it is the one that counts: no later one is known. */
  readonly counts: boolean;
  /** Until when the household may answer anew; RFC 3339. */
  readonly closesAt: string;
}

/**
 * Takes down what a household answered. The latest answer counts in place of an earlier one, all are kept, and the estate's
 * counts follow; who it was is told to nobody. A form that had not reached its household evidently has. The caller has
 * decided that the form may be answered; the transaction goes on in confidence.
 * @rule R-SAT-02 @rule D-29
 * @throws NOT_FOUND surveyForm
 * @throws RULE_REFUSED R-SAT-02 when the round does not take the answer
 * @throws INVALID_INPUT with the path of an answer that does not fit
 */
export async function takeAnswers(ctx: CommandContext, returned: Returned): Promise<AnswersTaken> {
  const { companyId, em } = ctx;
  const { mode, answeredAt, enteredById } = returned;
  await goOnInConfidence(em);
  const { form, round, estate } = await lockForm(ctx, returned.formId);
  assertTakesAnswers(round, answeredAt, isByStaff(mode));
  const { questions } = await em.findOneOrFail(Questionnaire, { companyId, id: round.questionnaireId });
  const answers = placeAnswers(questions, returned.answers);
  const { roundId, estateId, buildingId, occupancyId = null } = form;
  const before = await em.find(SurveyResponse, { companyId, formId: form.id }, { orderBy: { number: 'asc' } });
  const last = before.find(({ counts }) => counts);
  const counts = !last || answeredAt >= last.answeredAt;
  const valid = isValidForm(answers);
  if (counts && last) await putAside(ctx, last);
  const placed = { companyId, roundId, estateId, buildingId, occupancyId, mode, counts };
  const number = before.length + 1;
  const response = em.create(SurveyResponse, {
    ...placed,
    ...{ id: newId(), formId: form.id, number, valid, answeredAt, enteredById },
    recordedAt: ctx.clock.now(),
  });
  await em.flush();
  const kept = answers.map(({ question: { key, dimension }, level, text }) =>
    em.create(SurveyAnswer, { ...placed, id: newId(), responseId: response.id, question: key, dimension, level, text }),
  );
  if (counts) {
    await keepComments(ctx, kept);
    estate[bucketOf(mode, valid)] += 1;
    if (last) estate[bucketOf(last.mode, last.valid)] -= 1;
  }
  if (last) estate.replaced += 1;
  if (form.undeliverable != null) {
    Object.assign(form, { undeliverable: null, version: form.version + 1 });
    estate.undeliverable -= 1;
  }
  estate.version += 1;
  recordEstateEvent(ctx, estate, 'RESPONSE_RECEIVED', { unnamed: true });
  return { answeredAt: answeredAt.toISOString(), number, counts, closesAt: round.closesAt.toISOString() };
}

const UNSAY = `
delete from survey_comment m using survey_answer a
 where m.company_id = $1 and a.company_id = $1 and a.id = m.answer_id and a.response_id = $2`;

/** What counted until now is kept and counts no more: its words are not among those that are shown. */
async function putAside(ctx: CommandContext, response: SurveyResponse): Promise<void> {
  const values = [ctx.companyId, response.id];
  await ctx.execute('update survey_response set counts = false where company_id = $1 and id = $2', values);
  await ctx.execute(UNSAY, values);
  await ctx.execute('update survey_answer set counts = false where company_id = $1 and response_id = $2', values);
}
