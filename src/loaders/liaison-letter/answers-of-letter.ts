import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { listBy } from '../list-by.js';
import { inReach } from '../reach.js';

const ANSWERS = sqlFor
  .selectFrom('liaison_answer as a')
  .select(
    columns(
      'a',
      'id',
      'estate_id',
      'letter_id',
      'round',
      'answer',
      'answered_by_id',
      'answered_at',
      'department_id',
      'in_time',
      'disputed_at',
      'disputed_by_id',
      'dispute_reason',
    ),
  );

/** What was answered to letters, by the letter's id, the first answer first. @rule R-ESC-03 */
export const answersOfLetter = (ctx: RequestContext) =>
  ctx.moment.once(answersOfLetter, () =>
    listBy(
      (ids) => {
        const reach = inReach(ctx, 'letter.read', 'a.estate_id');
        const answers = ANSWERS.where('a.company_id', '=', ctx.asker.companyId).where(
          sql<boolean>`a.letter_id = any(${[...ids]}::uuid[])`,
        );
        return ctx.moment.read((reach ? answers.where(reach) : answers).orderBy('a.round'));
      },
      (row) => row.letterId,
    ),
  );

export type LiaisonAnswerRow = Awaited<ReturnType<ReturnType<typeof answersOfLetter>['load']>>[number];
