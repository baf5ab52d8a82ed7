import { defineEntity, p } from '@mikro-orm/core';
import { UNDELIVERABLE_REASONS } from '../../domain/survey/undeliverable.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The form of one household in a round. It does not say whether the household has answered. @rule D-29 @rule R-SAT-02 */
export const SurveyFormSchema = defineEntity({
  name: 'SurveyForm',
  tableName: 'survey_form',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    roundId: col.ref(),
    estateId: col.ref(),
    buildingId: col.ref(),
    unitId: col.ref(),
    /** Who lived there as it went out; null where nobody is recorded. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** Why it did not reach the household; null when nothing speaks against it. */
    undeliverable: p.enum(UNDELIVERABLE_REASONS).nullable(),
    issuedAt: col.instant(),
    version: col.int(),
  },
  uniques: [{ name: 'survey_form_company_unit_key', properties: ['companyId', 'roundId', 'unitId'] }],
  indexes: [
    { name: 'survey_form_company_estate_idx', properties: ['companyId', 'estateId', 'roundId', 'id'] },
    { name: 'survey_form_company_occupancy_idx', properties: ['companyId', 'occupancyId', 'id'] },
  ],
  ...fence('survey_form', { estate: 'required', residentReads: { by: 'occupancy', column: 'occupancy_id' } }),
});

export class SurveyForm extends SurveyFormSchema.class {}
SurveyFormSchema.setClass(SurveyForm);
