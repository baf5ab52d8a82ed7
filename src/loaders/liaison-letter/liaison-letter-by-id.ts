import { sql } from 'kysely';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { inReach } from '../reach.js';

const LETTERS = sqlFor
  .selectFrom('liaison_letter as l')
  .select(
    columns(
      'l',
      'id',
      'estate_id',
      'number',
      'stage',
      'source_kind',
      'source_id',
      'subject',
      'matter',
      'proposal',
      'drafted_by_id',
      'drafted_at',
      'sent_by_id',
      'sent_at',
      'due_at',
      'department_id',
      'passed_at',
      'answered_at',
      'disputes',
      'feedback_mode',
      'feedback',
      'closed_at',
      'closed_by_id',
      'withdrawn_at',
      'withdrawn_by_id',
      'withdraw_reason',
      'version',
    ),
  );

const nowOf = (ctx: RequestContext) => sql`coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now())`;

/** The condition that a letter waits for an answer and the instant at which that was due has passed. */
export const overdueLetter = (ctx: RequestContext) =>
  sql<boolean>`(l.stage in ('SENT', 'PASSED') and l.due_at < ${nowOf(ctx)})`;

/** Whole days that a letter has waited for the answer that stands, or for its first one until now; null before it is sent. */
const ageOf = (ctx: RequestContext) =>
  sql<
    number | null
  >`floor(extract(epoch from coalesce(l.answered_at, l.withdrawn_at, ${nowOf(ctx)}) - l.sent_at) / 86400)::int`;

/** The letters that the asker may read: on the estates where `letter.read` reaches; a draft is its estate's own. */
export function lettersInReach(ctx: RequestContext) {
  const letters = LETTERS.select([overdueLetter(ctx).as('overdue'), ageOf(ctx).as('ageDays')]).where(
    'l.company_id',
    '=',
    ctx.asker.companyId,
  );
  const reach = inReach(ctx, 'letter.read', 'l.estate_id');
  const drafts = inReach(ctx, 'letter.draft', 'l.estate_id');
  const found = reach ? letters.where(reach) : letters;
  return drafts ? found.where(sql<boolean>`(l.sent_at is not null or ${drafts})`) : found;
}

/** Letters by id; null where the asker may not read them. */
export const liaisonLetterById = (ctx: RequestContext) =>
  ctx.moment.once(liaisonLetterById, () =>
    byId((ids) => ctx.moment.read(lettersInReach(ctx).where(sql<boolean>`l.id = any(${ids}::uuid[])`))),
  );

export type LiaisonLetterRow = NonNullable<Awaited<ReturnType<ReturnType<typeof liaisonLetterById>['load']>>>;
