import { ERASED_TEXT } from '../../domain/privacy/erasure.js';
import type { RetainedKind } from '../../domain/privacy/retention.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { REMOVALS_WITH_TICKETS } from './steps/personal-data.js';
import { removeFiles } from './steps/remove-files.js';

/** Rows that one transaction clears: the company's head is taken once for them. */
export const RETENTION_CHUNK = 1_000;

interface ClearExpiredTickets extends CommandInput {
  readonly estateId: string;
  readonly kind: RetainedKind;
  /** Tickets that ended before it. */
  readonly closedBefore: Date;
}

const CLEAR = `
with past as (
  select company_id, id from ticket
   where company_id = $1 and estate_id = $2 and kind = $3 and closed_at < $4::timestamptz and redacted_at is null
   order by closed_at, id limit $5
   for update skip locked
)
update ticket t
   set subject = $6, description = null, contact_name = null, contact_phone = null, cancel_reason = null,
       customer_id = null, redacted_at = $7::timestamptz, version = version + 1
  from past p
 where t.company_id = p.company_id and t.id = p.id
returning t.id`;

/**
 * Clears words, contacts, notes, files and the customer of tickets of one estate and kind whose time is over, at most a thousand.
 * Numbers, instants, places and events stay, so that statistics and trail count as before. One event tells how many.
 * @returns how many were cleared; less than a chunk when none is left
 * @rule Q-24
 * @throws FORBIDDEN company.manage
 */
export async function clearExpiredTickets(
  ctx: CommandContext,
  input: ClearExpiredTickets,
): Promise<{ cleared: number }> {
  const { estateId, kind, closedBefore } = input;
  authorizeOn(ctx.principal, 'company.manage', null);
  const rows = await executeOf(ctx.em)<{ readonly id: string }>(CLEAR, [
    ctx.companyId,
    estateId,
    kind,
    closedBefore,
    RETENTION_CHUNK,
    ERASED_TEXT,
    ctx.clock.now(),
  ]);
  if (rows.length === 0) return { cleared: 0 };
  const ticketIds = rows.map(({ id }) => id);
  const ids = `{${ticketIds.join()}}`;
  for (const { text } of REMOVALS_WITH_TICKETS) await executeOf(ctx.em)(text, [ctx.companyId, ids, ERASED_TEXT]);
  const files = await removeFiles(ctx, { ticketIds });
  ctx.record({
    type: 'privacy.TICKETS_CLEARED',
    estateId,
    subjectKind: 'estate',
    subjectId: estateId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { kind, count: rows.length, files, closedBefore: closedBefore.toISOString() },
  });
  return { cleared: rows.length };
}
