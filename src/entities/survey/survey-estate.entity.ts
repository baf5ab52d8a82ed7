import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A round on one of its estates: counts, never who. @rule D-29 @rule R-SAT-02 */
export const SurveyEstateSchema = defineEntity({
  name: 'SurveyEstate',
  tableName: 'survey_estate',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    roundId: col.ref(),
    estateId: col.ref(),
    /** Occupied households as the forms went out. @rule D-28 */
    households: col.int(),
    /** Forms that went out. */
    issued: col.int(),
    undeliverable: col.int(),
    /** Valid forms that came back, by how; of a household the last one. */
    byLink: col.int(),
    byApp: col.int(),
    byPaper: col.int(),
    byTelephone: col.int(),
    byImport: col.int(),
    /** Forms that came back with nothing on the scale. */
    blank: col.int(),
    /** How often a household answered anew. */
    replaced: col.int(),
    /** By when the result is to be published; null until the round is analysed. */
    publishBy: col.instant().nullable(),
    publishedAt: col.instant().nullable(),
    publishedById: col.ref().nullable(),
    version: col.int(),
  },
  uniques: [{ name: 'survey_estate_company_round_key', properties: ['companyId', 'roundId', 'estateId'] }],
  indexes: [{ name: 'survey_estate_company_estate_idx', properties: ['companyId', 'estateId', 'roundId'] }],
  ...fence('survey_estate', {
    estate: 'required',
    residentReads: { by: 'estate', column: 'estate_id', and: 'published_at is not null' },
  }),
});

export class SurveyEstate extends SurveyEstateSchema.class {}
SurveyEstateSchema.setClass(SurveyEstate);
