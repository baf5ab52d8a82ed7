import type { CommandContext } from '../command/command-context.js';
import { FILES_AT_ONCE, type FilesTaken } from './steps/files-at-once.js';

/** How long after its link is over an upload may still be under way, in milliseconds. */
const GRACE_MS = 3_600_000;

const DROP = `
with gone as (
  select company_id, id from attachment
   where company_id = $1 and state = 'AWAITED' and upload_until < $2::timestamptz
   order by upload_until limit $3
   for update skip locked
), dropped as (
  delete from attachment a using gone g
   where a.company_id = g.company_id and a.id = g.id
  returning a.estate_id
)
select estate_id as "estateId", count(*)::int as count from dropped group by estate_id`;

/** Forgets files of the company that were announced and never came, an hour after their links are over; some at a time. */
export async function dropUnfinished(ctx: CommandContext): Promise<FilesTaken> {
  const { companyId, clock } = ctx;
  const before = new Date(clock.now().getTime() - GRACE_MS);
  const dropped = await ctx.execute<{ estateId: string; count: number }>(DROP, [companyId, before, FILES_AT_ONCE]);
  for (const { estateId, count } of dropped)
    ctx.record({
      type: 'attachment.UNFINISHED_DROPPED',
      estateId,
      subjectKind: 'estate',
      subjectId: estateId,
      subjectVersion: 1,
      visibility: 'INTERNAL',
      facts: { count },
    });
  return { removed: dropped.reduce((sum, { count }) => sum + count, 0) };
}
