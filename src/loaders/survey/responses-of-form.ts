import { sql } from 'kysely';
import { maskedWords } from '../../domain/survey/masked-words.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const RESPONSES = sqlFor
  .selectFrom('survey_response as p')
  .select(columns('p', 'id', 'form_id', 'estate_id', 'mode', 'number', 'counts', 'answered_at'))
  .orderBy('p.number');

/** What was answered on forms, earliest first: by residents the own, by staff for those who may read it; others see none. @rule D-29 @rule D-30 */
export const responsesOfForm = (ctx: RequestContext) =>
  ctx.moment.once(responsesOfForm, () =>
    listBy(
      (ids) => {
        const found = RESPONSES.where('p.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`p.form_id = any(${[...ids]}::uuid[])`,
        );
        if (ctx.asker.kind === 'RESIDENT')
          return ctx.moment.read(
            found.where(sql<boolean>`p.occupancy_id = any(${[...ctx.asker.occupancyIds]}::uuid[])`),
          );
        const reach = inReach(ctx, 'survey.confidence', 'p.estate_id');
        return ctx.moment.read(reach ? found.where(reach) : found);
      },
      (row) => row.formId,
    ),
  );

export type SurveyResponseRow = Awaited<ReturnType<ReturnType<typeof responsesOfForm>['load']>>[number];

/** The answers of responses that the asker was shown; words are masked for staff. */
export const answersOfResponse = (ctx: RequestContext) =>
  ctx.moment.once(answersOfResponse, () =>
    listBy(
      async (ids) => {
        const rows = await ctx.moment.read(
          sqlFor
            .selectFrom('survey_answer as a')
            .leftJoin('occupancy as o', (join) =>
              join.onRef('o.company_id', '=', 'a.company_id').onRef('o.id', '=', 'a.occupancy_id'),
            )
            .leftJoin('customer as c', (join) =>
              join.onRef('c.company_id', '=', 'o.company_id').onRef('c.id', '=', 'o.customer_id'),
            )
            .select(columns('a', 'response_id', 'question', 'level', 'text'))
            .select('c.name as name')
            .where('a.company_id', '=', ctx.asker.companyId)
            .where(sql<boolean>`a.response_id = any(${[...ids]}::uuid[])`)
            .orderBy('a.id'),
        );
        const isOwn = ctx.asker.kind === 'RESIDENT';
        return rows.map(({ name, text, ...row }) => ({
          ...row,
          text: text === null || isOwn ? text : maskedWords(text, name === null ? [] : [name]),
        }));
      },
      (row) => row.responseId,
    ),
  );
