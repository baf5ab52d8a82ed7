import { ERASED_TEXT } from '../../domain/privacy/erasure.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { RETENTION_CHUNK } from './clear-expired-tickets.js';
import { REMOVALS_WITH_VISITS } from './steps/words-of-visits.js';

interface ClearExpiredVisits extends CommandInput {
  readonly estateId: string;
  readonly visitedBefore: Date;
}

const CLEAR = `
with past as (
  select company_id, id from owner_visit
   where company_id = $1 and estate_id = $2 and visited_at < $3::timestamptz and redacted_at is null
   order by visited_at, id limit $4
   for update skip locked
)
update owner_visit v
   set quiet_hours_reason = null, customer_id = null, redacted_at = $5::timestamptz, version = version + 1
  from past p
 where v.company_id = p.company_id and v.id = p.id
returning v.id`;

/**
 * Clears the customer of visits of one estate whose time is over, with what was said on them, what the customer was told,
 * what checks found, and what was to be put right because of them, at most a thousand. Instants, answers and households
 * stay, so that figures count as before. One event tells how many.
 * @returns how many were cleared; less than a chunk when none is left
 * @rule Q-24
 * @throws FORBIDDEN company.manage
 */
export async function clearExpiredVisits(
  ctx: CommandContext,
  { estateId, visitedBefore }: ClearExpiredVisits,
): Promise<{ cleared: number }> {
  const { companyId } = ctx;
  authorizeOn(ctx.principal, 'company.manage', null);
  const execute = executeOf(ctx.em);
  const values = [companyId, estateId, visitedBefore, RETENTION_CHUNK, ctx.clock.now()];
  const rows = await execute<{ readonly id: string }>(CLEAR, values);
  if (rows.length === 0) return { cleared: 0 };
  const ids = `{${rows.map(({ id }) => id).join()}}`;
  for (const { text } of REMOVALS_WITH_VISITS) await execute(text, [companyId, ids, ERASED_TEXT]);
  ctx.record({
    type: 'privacy.VISITS_CLEARED',
    estateId,
    subjectKind: 'estate',
    subjectId: estateId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { count: rows.length, visitedBefore: visitedBefore.toISOString() },
  });
  return { cleared: rows.length };
}
