import type { AttachmentKind } from '../../domain/attachment/attachment-kind.js';
import type { Visibility } from '../../domain/visibility.js';
import type { CommandContext } from '../command/command-context.js';
import { FILES_AT_ONCE, type FilesTaken } from './steps/files-at-once.js';

interface Removed {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly visibility: Visibility;
  readonly estateId: string;
  readonly occupancyId: string | null;
  readonly ticketId: string;
  readonly ticketVersion: number;
  readonly ticketKind: string;
  readonly stage: string;
}

const REMOVE = `
with past as (
  select a.company_id, a.id, t.id as ticket_id, t.version, t.kind, t.stage
    from attachment a
    join ticket t on t.company_id = a.company_id and t.id = a.subject_id
   where a.company_id = $1 and a.kept_until < $2::timestamptz and t.closed_at + (a.kept_until - a.ready_at) < $2::timestamptz
   order by a.kept_until limit $3
   for update of a skip locked
)
update attachment a set state = 'REMOVED', kept_until = null, version = a.version + 1
  from past p
 where a.company_id = p.company_id and a.id = p.id
returning a.id, a.kind, a.visibility, a.estate_id as "estateId", a.occupancy_id as "occupancyId", p.ticket_id as "ticketId",
          p.version as "ticketVersion", p.kind as "ticketKind", p.stage`;

/**
 * Removes files of the company whose kind's time is over since they came and since their ticket ended; some at a time. The
 * row stays with the hash, the bytes go by a job. Where a ticket is cleared before, its files go with it.
 * @rule Q-24
 */
export async function removeExpired(ctx: CommandContext): Promise<FilesTaken> {
  const rows = await ctx.execute<Removed>(REMOVE, [ctx.companyId, ctx.clock.now(), FILES_AT_ONCE]);
  for (const row of rows) {
    ctx.enqueue('remove-file', row.id);
    ctx.record({
      type: 'ticket.ATTACHMENT_REMOVED',
      estateId: row.estateId,
      subjectKind: 'ticket',
      subjectId: row.ticketId,
      subjectVersion: row.ticketVersion,
      occupancyId: row.occupancyId,
      visibility: row.visibility,
      facts: { kind: row.ticketKind, stage: row.stage, attachmentId: row.id, attachmentKind: row.kind },
    });
  }
  return { removed: rows.length };
}
