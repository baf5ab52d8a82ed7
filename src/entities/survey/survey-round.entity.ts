import { defineEntity, p } from '@mikro-orm/core';
import { SURVEY_STAGES } from '../../domain/survey/survey-stage.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** One round of the satisfaction survey (满意度调查), of an estate or of the company over many. @rule R-SAT-01 */
export const SurveyRoundSchema = defineEntity({
  name: 'SurveyRound',
  tableName: 'survey_round',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** Null: the company's, over several estates. */
    estateId: col.ref().nullable(),
    name: col.text(),
    questionnaireId: col.ref(),
    stage: p.enum(SURVEY_STAGES),
    /** What it asks about: this day and those until before the other. */
    periodFrom: col.day(),
    periodUntil: col.day(),
    /** Of the occupied households, as it was planned; 100 is a census. @rule Q-01 */
    samplePercent: col.int(),
    /** How many upper levels mean satisfied, as it was planned. @rule Q-01 @rule R-MET-09 */
    satisfiedSteps: col.int(),
    /** Draws the sample; whoever knows it can draw it again. */
    seed: col.text(),
    issueBy: col.day(),
    issuedAt: col.instant().nullable(),
    closesAt: col.instant(),
    collectedAt: col.instant().nullable(),
    analysedAt: col.instant().nullable(),
    analysedById: col.ref().nullable(),
    /** What the analysis says, and what it wants improved. @rule R-SAT-03 */
    findings: col.text().nullable(),
    measures: col.text().nullable(),
    plannedById: col.ref(),
    version: col.int(),
  },
  checks: [
    { name: 'survey_round_issued', expression: `(issued_at is null) = (stage in ('PLANNED', 'CALLED_OFF'))` },
    { name: 'survey_round_analysed', expression: `(analysed_at is not null) = (stage = 'ANALYSED')` },
  ],
  indexes: [{ name: 'survey_round_company_period_idx', properties: ['companyId', 'periodFrom', 'id'] }],
  ...fence('survey_round', {
    estate: 'nullable',
    residentReads: { by: 'estateOrCompany', column: 'estate_id', and: "stage not in ('PLANNED', 'CALLED_OFF')" },
  }),
});

export class SurveyRound extends SurveyRoundSchema.class {}
SurveyRoundSchema.setClass(SurveyRound);
