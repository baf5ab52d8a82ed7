import { invalidInput, notFound } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { decodeCursor } from '../../events/cursor.js';
import { reaches } from '../../tenancy/principal.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';

/** Either some of the own notifications, or all up to a position of the event log. */
interface MarkNotificationsRead extends CommandInput {
  readonly ids?: readonly string[] | null;
  /** A cursor that the client has received: what it could show is marked, nothing that came later. */
  readonly upTo?: string | null;
}

interface Marked {
  readonly estate_id: string | null;
  readonly occupancy_id: string | null;
}

/**
 * Marks notifications of the asker as read; what is read already keeps its first instant. The asker's other devices are
 * told by an event.
 * @returns how many were unread before
 * @throws NOT_FOUND when one of the ids is not the asker's
 * @throws INVALID_INPUT unless exactly one of ids and upTo is given, and when the cursor is not one of the company
 */
export async function markNotificationsRead(
  ctx: CommandContext,
  input: MarkNotificationsRead,
): Promise<{ marked: number }> {
  const { ids, upTo } = input;
  if ((ids == null) === (upTo == null)) throw invalidInput('input', 'give either ids or upTo');
  const marked = ids != null ? await markIds(ctx, ids) : await markUpTo(ctx, upTo ?? '');
  for (const place of new Map(marked.map((row) => [`${row.estate_id}/${row.occupancy_id}`, row])).values())
    recordReading(ctx, place, marked);
  return { marked: marked.length };
}

async function markIds(ctx: CommandContext, ids: readonly string[]): Promise<Marked[]> {
  const { companyId, principal, clock, em } = ctx;
  const wanted = [...new Set(ids)];
  if (!wanted.every(isId)) throw notFound('notification');
  const list = `{${wanted.join()}}`;
  const [seen] = await em.execute<{ n: number }[]>(
    'select count(*)::int as n from notification where company_id = ? and recipient_id = ? and id = any(?::uuid[])',
    [companyId, principal.subjectId, list],
  );
  if (seen?.n !== wanted.length) throw notFound('notification');
  return em.execute<Marked[]>(
    `update notification set read_at = ? where company_id = ? and recipient_id = ? and read_at is null
        and id = any(?::uuid[]) returning estate_id, occupancy_id`,
    [clock.now(), companyId, principal.subjectId, list],
  );
}

async function markUpTo(ctx: CommandContext, cursor: string): Promise<Marked[]> {
  const { companyId, principal, clock, em } = ctx;
  const { epoch, seq } = decodeCursor(companyId, cursor, 'input.upTo');
  return em.execute<Marked[]>(
    `update notification n set read_at = ? where n.company_id = ? and n.recipient_id = ? and n.read_at is null
        and exists (select 1 from event e, company_head h
                     where e.company_id = n.company_id and e.subject_id = n.telling_id and e.seq <= ?
                       and h.company_id = n.company_id and h.epoch = ?)
     returning n.estate_id, n.occupancy_id`,
    [clock.now(), companyId, principal.subjectId, seq, epoch],
  );
}

/** One event for each place of the log that the asker may write in. */
function recordReading(ctx: CommandContext, place: Marked, marked: readonly Marked[]): void {
  const { principal } = ctx;
  const { estate_id: estateId, occupancy_id: occupancyId } = place;
  const resident = principal.kind === 'RESIDENT';
  const writable = resident
    ? occupancyId !== null && principal.occupancyIds.includes(occupancyId)
    : estateId === null
      ? principal.estates === 'ALL'
      : reaches(principal.estates, estateId);
  if (!writable) return;
  ctx.record({
    type: 'notification.READ',
    estateId,
    subjectKind: 'reader',
    subjectId: principal.subjectId,
    subjectVersion: 1,
    occupancyId,
    visibility: resident ? 'CUSTOMER' : 'INTERNAL',
    facts: {
      notifications: marked.filter((row) => row.estate_id === estateId && row.occupancy_id === occupancyId).length,
    },
  });
}
