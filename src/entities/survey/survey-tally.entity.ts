import { defineEntity, p } from '@mikro-orm/core';
import { SURVEY_MODES } from '../../domain/survey/survey-mode.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * How many answers of a building count, by how they came in and by question. The database keeps it with every answer that
 * is written; no staff of an estate reads it.
 * @rule D-29 @rule R-SAT-03
 */
export const SurveyTallySchema = defineEntity({
  name: 'SurveyTally',
  tableName: 'survey_tally',
  properties: {
    companyId: col.companyId().primary(),
    roundId: col.ref().primary(),
    estateId: col.ref().primary(),
    buildingId: col.ref().primary(),
    mode: p.enum(SURVEY_MODES).primary(),
    /** Key of the question. */
    question: col.text().primary(),
    verySatisfied: col.int(),
    satisfied: col.int(),
    neutral: col.int(),
    dissatisfied: col.int(),
    veryDissatisfied: col.int(),
  },
  ...fence('survey_tally', { estate: 'required', confidential: true }),
});

export class SurveyTally extends SurveyTallySchema.class {}
SurveyTallySchema.setClass(SurveyTally);
