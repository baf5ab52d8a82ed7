import { defineEntity } from '@mikro-orm/core';
import type { SurveyQuestion } from '../../domain/survey/questionnaire.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One version of a questionnaire (业户意见调查表); it never changes, a change is the next version. @rule R-SAT-09 */
export const QuestionnaireSchema = defineEntity({
  name: 'Questionnaire',
  tableName: 'questionnaire',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: the whole company's. */
    estateId: col.ref().nullable(),
    /** Names it through all versions. */
    code: col.text(),
    number: col.int(),
    title: col.text(),
    questions: col.json<readonly SurveyQuestion[]>(),
    createdAt: col.instant(),
    createdById: col.ref(),
  },
  indexes: [
    {
      name: 'questionnaire_company_code_key',
      properties: ['companyId', 'estateId', 'code', 'number'],
      expression: `create unique index "questionnaire_company_code_key" on "questionnaire" ("company_id", "estate_id", "code", "number") nulls not distinct`,
    },
  ],
  ...fence('questionnaire', {
    estate: 'nullable',
    residentReads: { by: 'estateOrCompany', column: 'estate_id' },
  }),
});

export class Questionnaire extends QuestionnaireSchema.class {}
QuestionnaireSchema.setClass(Questionnaire);
