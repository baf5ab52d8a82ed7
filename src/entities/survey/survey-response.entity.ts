import { defineEntity, p } from '@mikro-orm/core';
import { SURVEY_MODES } from '../../domain/survey/survey-mode.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a household answered, once or again: the last one counts, all are kept. Closed to the staff of estates. @rule D-29 */
export const SurveyResponseSchema = defineEntity({
  name: 'SurveyResponse',
  tableName: 'survey_response',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    roundId: col.ref(),
    estateId: col.ref(),
    buildingId: col.ref(),
    formId: col.ref(),
    /** Its resident reads it. @rule D-30 */
    occupancyId: col.ref().nullable(),
    mode: p.enum(SURVEY_MODES),
    /** Which one of the household it is, from 1. */
    number: col.int(),
    /** Whether it is the one that counts. */
    counts: col.flag(),
    /** Whether it answers anything on the scale. */
    valid: col.flag(),
    /** When the household answered, and when that was taken down. */
    answeredAt: col.instant(),
    recordedAt: col.instant(),
    /** Who typed it in; null where the household did. */
    enteredById: col.ref().nullable(),
  },
  uniques: [{ name: 'survey_response_company_form_key', properties: ['companyId', 'formId', 'number'] }],
  indexes: [
    { name: 'survey_response_company_round_idx', properties: ['companyId', 'roundId', 'estateId', 'id'] },
    { name: 'survey_response_company_estate_idx', properties: ['companyId', 'estateId', 'answeredAt', 'id'] },
    { name: 'survey_response_company_occupancy_idx', properties: ['companyId', 'occupancyId', 'id'] },
    {
      name: 'survey_response_company_counting_key',
      properties: ['companyId', 'formId'],
      expression: `create unique index "survey_response_company_counting_key" on "survey_response" ("company_id", "form_id") where counts`,
    },
  ],
  ...fence('survey_response', {
    estate: 'required',
    confidential: true,
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
  }),
});

export class SurveyResponse extends SurveyResponseSchema.class {}
SurveyResponseSchema.setClass(SurveyResponse);
