import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import { withCursor } from '../../events/with-cursor.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { wantedEstates } from '../wanted.js';

/** What the trail is asked for; conditions hold together, and ids that name nothing find nothing. */
interface TrailWanted {
  readonly subjectKind?: string | null;
  readonly subjectId?: string | null;
  readonly estateIds?: readonly string[] | null;
  readonly actorId?: string | null;
  /** Types that begin so: `ticket.` or `identity.ROLE`. */
  readonly typePrefix?: string | null;
  /** Recorded at or after it. */
  readonly recordedFrom?: Date | null;
  /** Recorded before it. */
  readonly recordedTo?: Date | null;
}

/** Of one thing in the order of the log; of everything else by when it was recorded, which never falls along the log. */
const BY_SEQ: readonly SortKey[] = [{ column: 'e.seq', type: 'bigint', descending: true }];
const BY_TIME: readonly SortKey[] = [
  { column: 'e.recorded_at', type: 'timestamptz', descending: true },
  { column: 'e.seq', type: 'bigint', descending: true },
];

/**
 * A page of what happened, latest first, from the one event log: on the estates where the asker may read the trail, and
 * of the company as such with reach over all of it.
 */
export async function auditTrail(ctx: RequestContext, wanted: TrailWanted, args: PageArgs) {
  const keys = wanted.subjectId != null ? BY_SEQ : BY_TIME;
  const [found, head] = await Promise.all([page(ctx.moment, filtered(ctx, wanted), keys, args), ctx.moment.head()]);
  const { companyId } = ctx.asker;
  return found.map((row) => withCursor(companyId, head?.epoch ?? 0, row));
}

function filtered(ctx: RequestContext, wanted: TrailWanted) {
  let events = sqlFor
    .selectFrom('event as e')
    .select(
      columns(
        'e',
        'seq',
        'estate_id',
        'type',
        'subject_kind',
        'subject_id',
        'subject_version',
        'actor_kind',
        'actor_id',
        'occurred_at',
        'recorded_at',
        'facts',
      ),
    )
    .where('e.company_id', '=', ctx.asker.companyId);
  const within = wantedEstates(ctx, 'audit.read', wanted.estateIds);
  if (within) events = events.where(amongEstates(within));
  const one = (text: string): string | null => (isId(text) ? text : null);
  if (wanted.subjectId != null) events = events.where(sql<boolean>`e.subject_id = ${one(wanted.subjectId)}::uuid`);
  if (wanted.subjectKind != null) events = events.where('e.subject_kind', '=', wanted.subjectKind);
  if (wanted.actorId != null) events = events.where(sql<boolean>`e.actor_id = ${one(wanted.actorId)}::uuid`);
  if (wanted.typePrefix != null) events = events.where(sql<boolean>`starts_with(e.type, ${wanted.typePrefix})`);
  if (wanted.recordedFrom) events = events.where('e.recorded_at', '>=', wanted.recordedFrom);
  if (wanted.recordedTo) events = events.where('e.recorded_at', '<', wanted.recordedTo);
  return events;
}

/** One estate as one value: only so does the index in the list's own order serve both the condition and the order. */
const amongEstates = (ids: readonly string[]) =>
  ids.length === 1 ? sql<boolean>`e.estate_id = ${ids[0]}::uuid` : sql<boolean>`e.estate_id = any(${[...ids]}::uuid[])`;

export type AuditEntryRow = Awaited<ReturnType<typeof auditTrail>>['nodes'][number];
