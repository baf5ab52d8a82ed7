import { sql } from 'kysely';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { inReach } from '../reach.js';

/** Which comments are asked for; conditions hold together. */
interface CommentsWanted {
  readonly roundId: string;
  readonly estateIds?: readonly string[] | null;
  readonly questions?: readonly string[] | null;
  /** A part of what was said, in any case of letters. */
  readonly text?: string | null;
}

const KEYS: readonly SortKey[] = [{ column: 'm.id', type: 'uuid' }];

/** A page of what households said in words in a round that is analysed, masked, in no order; of few households none for an estate's own staff. @rule D-29 */
export function surveyCommentsPage(ctx: RequestContext, wanted: CommentsWanted, args: PageArgs) {
  const { roundId, estateIds, questions, text } = wanted;
  let comments = sqlFor
    .selectFrom('survey_comment as m')
    .select(columns('m', 'id', 'round_id', 'estate_id', 'question', 'text'))
    .where('m.company_id', '=', ctx.asker.companyId)
    .where(
      sql<boolean>`exists (select 1 from survey_round r where r.company_id = m.company_id and r.id = m.round_id and r.analysed_at is not null)`,
    );
  for (const condition of [
    inReach(ctx, 'survey.read', 'm.estate_id'),
    among('m.round_id', 'uuid', [roundId]),
    among('m.estate_id', 'uuid', estateIds),
    among('m.question', 'text', questions),
  ])
    if (condition) comments = comments.where(condition);
  if (text != null) comments = comments.where(sql<boolean>`position(lower(${text}::text) in lower(m.text)) > 0`);
  return page(ctx.moment, comments, KEYS, args);
}

export type SurveyCommentRow = Awaited<ReturnType<typeof surveyCommentsPage>>['nodes'][number];
