import { defineEntity, p } from '@mikro-orm/core';
import { RESULT_SCOPES } from '../../domain/survey/satisfaction-source.js';
import { SURVEY_DIMENSIONS } from '../../domain/survey/survey-dimension.js';
import { SURVEY_MODES } from '../../domain/survey/survey-mode.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * One figure of a round on an estate, as it was analysed. What few have answered is closed to the estate's own staff;
 * residents read what their estate has published.
 * @rule R-SAT-03 @rule D-29
 */
export const SurveyResultSchema = defineEntity({
  name: 'SurveyResult',
  tableName: 'survey_result',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    roundId: col.ref(),
    estateId: col.ref(),
    scope: p.enum(RESULT_SCOPES),
    buildingId: col.ref().nullable(),
    stewardId: col.ref().nullable(),
    mode: p.enum(SURVEY_MODES).nullable(),
    /** Key of the question; OVERALL over all dimensions. */
    question: col.text(),
    dimension: p.enum(SURVEY_DIMENSIONS).nullable(),
    verySatisfied: col.int(),
    satisfied: col.int(),
    neutral: col.int(),
    dissatisfied: col.int(),
    veryDissatisfied: col.int(),
    isOpen: col.flag(),
    isPublished: col.flag(),
  },
  indexes: [
    { name: 'survey_result_company_round_idx', properties: ['companyId', 'roundId', 'scope', 'estateId', 'id'] },
    { name: 'survey_result_company_estate_idx', properties: ['companyId', 'estateId', 'roundId'] },
  ],
  ...fence('survey_result', {
    estate: 'required',
    confidential: { unless: 'is_open' },
    residentReads: { by: 'estate', column: 'estate_id', and: `is_published and is_open and scope = 'ESTATE'` },
  }),
});

export class SurveyResult extends SurveyResultSchema.class {}
SurveyResultSchema.setClass(SurveyResult);
