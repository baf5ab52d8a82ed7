import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const QUESTIONNAIRES = sqlFor
  .selectFrom('questionnaire as q')
  .select(columns('q', 'id', 'estate_id', 'code', 'number', 'title', 'questions', 'created_at'));

/** The questionnaires that the asker may read: the company's, and those of estates in reach, of residents the own. */
function questionnairesInReach(ctx: RequestContext) {
  const all = QUESTIONNAIRES.where('q.company_id', '=', ctx.asker.companyId);
  const reach = inReach(ctx, 'survey.read', 'q.estate_id', true);
  return reach ? all.where(reach) : all;
}

/** Questionnaires by id; null where the asker may not read them. */
export const questionnaireById = (ctx: RequestContext) =>
  ctx.moment.once(questionnaireById, () =>
    byId((ids) => ctx.moment.read(questionnairesInReach(ctx).where(sql<boolean>`q.id = any(${ids}::uuid[])`))),
  );

const KEYS: readonly SortKey[] = [{ column: 'q.id', type: 'uuid', descending: true }];

/** A page of questionnaires, the newest version first. */
export const questionnairesPage = (ctx: RequestContext, args: PageArgs) =>
  page(ctx.moment, questionnairesInReach(ctx), KEYS, args);
