import { defineEntity } from '@mikro-orm/core';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** What a household said in words, as the analysis shows it: masked, in no order, by nobody. @rule R-SAT-03 @rule D-29 */
export const SurveyCommentSchema = defineEntity({
  name: 'SurveyComment',
  tableName: 'survey_comment',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    roundId: col.ref(),
    estateId: col.ref(),
    /** The answer that it was taken from: erasure finds it so. */
    answerId: col.ref(),
    /** Key of the question. */
    question: col.text(),
    text: col.text(),
    /** Whether enough households have answered for the estate's own staff to read it. @rule D-29 */
    isOpen: col.flag(),
  },
  indexes: [
    { name: 'survey_comment_company_round_idx', properties: ['companyId', 'roundId', 'id'] },
    { name: 'survey_comment_company_estate_idx', properties: ['companyId', 'estateId', 'roundId', 'id'] },
    { name: 'survey_comment_company_answer_idx', properties: ['companyId', 'answerId'] },
  ],
  ...fence('survey_comment', { estate: 'required', confidential: { unless: 'is_open' } }),
});

export class SurveyComment extends SurveyCommentSchema.class {}
SurveyCommentSchema.setClass(SurveyComment);
