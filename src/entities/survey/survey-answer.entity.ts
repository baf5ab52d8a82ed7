import { defineEntity, p } from '@mikro-orm/core';
import { SATISFACTIONS } from '../../domain/callback/callback-answer.js';
import { SURVEY_DIMENSIONS } from '../../domain/survey/survey-dimension.js';
import { SURVEY_MODES } from '../../domain/survey/survey-mode.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** An answer to one question, with what it is counted by. Closed to the staff of estates. @rule D-29 @rule R-SAT-03 */
export const SurveyAnswerSchema = defineEntity({
  name: 'SurveyAnswer',
  tableName: 'survey_answer',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    responseId: col.ref(),
    roundId: col.ref(),
    estateId: col.ref(),
    buildingId: col.ref(),
    occupancyId: col.ref().nullable(),
    mode: p.enum(SURVEY_MODES),
    /** Key of the question. */
    question: col.text(),
    dimension: p.enum(SURVEY_DIMENSIONS).nullable(),
    level: p.enum(SATISFACTIONS).nullable(),
    text: col.text().nullable(),
    /** Whether its response is the one of the household that counts. */
    counts: col.flag(),
  },
  checks: [{ name: 'survey_answer_says_something', expression: '(level is null) <> (text is null)' }],
  uniques: [{ name: 'survey_answer_company_question_key', properties: ['companyId', 'responseId', 'question'] }],
  indexes: [
    {
      name: 'survey_answer_company_text_idx',
      properties: ['companyId', 'estateId', 'roundId', 'id'],
      expression: `create index "survey_answer_company_text_idx" on "survey_answer" ("company_id", "estate_id", "round_id", "id") where counts and text is not null`,
    },
    { name: 'survey_answer_company_occupancy_idx', properties: ['companyId', 'occupancyId', 'responseId'] },
  ],
  ...fence('survey_answer', {
    estate: 'required',
    confidential: true,
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
  }),
});

export class SurveyAnswer extends SurveyAnswerSchema.class {}
SurveyAnswerSchema.setClass(SurveyAnswer);
