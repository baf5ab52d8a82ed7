import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { idsOfSubtree } from '../category/categories-below.js';
import { ticketsInReach } from './ticket-by-id.js';

/** Which tickets a list shows; what is absent does not narrow. Ids that name nothing match nothing. */
interface TicketFilter {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly TicketKind[] | null;
  readonly phases?: readonly TicketPhase[] | null;
  /** Repairs in these stages; beside `complaintStages` the one or the other. */
  readonly stages?: readonly RepairStage[] | null;
  readonly complaintStages?: readonly ComplaintStage[] | null;
  readonly complaintClasses?: readonly ComplaintClass[] | null;
  readonly unitId?: string | null;
  readonly customerId?: string | null;
  readonly assigneeId?: string | null;
  /** In this category or one below it. */
  readonly categoryId?: string | null;
  /** Whether it has a category at all. */
  readonly categorized?: boolean | null;
  readonly departmentId?: string | null;
  /** Whether somebody is in charge of it. */
  readonly assigned?: boolean | null;
  readonly reopened?: boolean | null;
  /** A reply was promised before this instant and is still owed. */
  readonly replyDueBefore?: Date | null;
  /** Reported at or after it. */
  readonly reportedFrom?: Date | null;
  /** Reported before it. */
  readonly reportedTo?: Date | null;
  readonly urgency?: Urgency | null;
  /** The whole number, as written: `E01-R26-00042`. */
  readonly number?: string | null;
}

/** The orders in which tickets are listed. */
export type TicketOrder = 'REPORTED_AT_DESC' | 'REPORTED_AT_ASC';

/** A page of the tickets that the asker may read. */
export function ticketList(
  ctx: RequestContext,
  filter: TicketFilter | null,
  order: TicketOrder | null,
  args: PageArgs,
) {
  return page(ctx.moment, filtered(ctx, filter ?? {}), KEYS[order ?? 'REPORTED_AT_DESC'], args);
}

const keysFor = (descending: boolean): readonly SortKey[] => [
  { column: 't.reported_at', type: 'timestamptz', descending },
  { column: 't.id', type: 'uuid', descending },
];
const KEYS: Readonly<Record<TicketOrder, readonly SortKey[]>> = {
  REPORTED_AT_DESC: keysFor(true),
  REPORTED_AT_ASC: keysFor(false),
};

function filtered(ctx: RequestContext, filter: TicketFilter) {
  let tickets = ticketsInReach(ctx);
  const among = (column: string, type: 'uuid' | 'text', values: readonly string[] | null | undefined): void => {
    if (!values) return;
    const list = type === 'uuid' ? values.filter(isId) : [...values];
    const cast = sql.raw(type);
    // One value as one value: only so does an index in the list's own order serve both the filter and the order.
    const match = list.length === 1 ? sql`${list[0]}::${cast}` : sql`any(${list}::${cast}[])`;
    tickets = tickets.where(sql<boolean>`${sql.ref(column)} = ${match}`);
  };
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  among('t.estate_id', 'uuid', filter.estateIds);
  among('t.unit_id', 'uuid', one(filter.unitId));
  among('t.customer_id', 'uuid', one(filter.customerId));
  among('t.assignee_id', 'uuid', one(filter.assigneeId));
  among('t.kind', 'text', filter.kinds);
  among('t.phase', 'text', filter.phases);
  const stages = stagesIn(filter);
  if (stages) tickets = tickets.where(stages);
  among('t.complaint_class', 'text', filter.complaintClasses);
  among('t.department_id', 'uuid', one(filter.departmentId));
  among('t.urgency', 'text', one(filter.urgency));
  among('t.number', 'text', one(filter.number));
  if (filter.categoryId != null) tickets = tickets.where(belongsTo(ctx, filter.categoryId));
  if (filter.categorized != null) tickets = tickets.where('t.category_id', filter.categorized ? 'is not' : 'is', null);
  if (filter.assigned != null) tickets = tickets.where('t.assignee_id', filter.assigned ? 'is not' : 'is', null);
  if (filter.reopened != null) tickets = tickets.where('t.reopenings', filter.reopened ? '>' : '=', 0);
  if (filter.replyDueBefore) tickets = tickets.where('t.next_reply_due_at', '<', filter.replyDueBefore);
  if (filter.unitId != null || filter.customerId != null)
    tickets = tickets.where(sql<boolean>`t.against_staff_id is distinct from ${ctx.asker.subjectId}::uuid`);
  if (filter.reportedFrom) tickets = tickets.where('t.reported_at', '>=', filter.reportedFrom);
  if (filter.reportedTo) tickets = tickets.where('t.reported_at', '<', filter.reportedTo);
  return tickets;
}

/** In a category or one below it; an id that names none matches nothing. */
const belongsTo = (ctx: RequestContext, categoryId: string) =>
  isId(categoryId)
    ? sql<boolean>`t.category_id = any(${idsOfSubtree(ctx.asker.companyId, categoryId)})`
    : sql<boolean>`false`;
/** The stages asked for, of the one kind or the other; null where none are. */
function stagesIn(filter: TicketFilter) {
  const of = (kind: TicketKind, stages: readonly string[] | null | undefined) =>
    stages ? [sql`t.kind = ${kind} and t.stage = any(${[...stages]}::text[])`] : [];
  const wanted = [...of('REPAIR', filter.stages), ...of('COMPLAINT', filter.complaintStages)];
  return wanted.length === 0 ? null : sql<boolean>`(${sql.join(wanted, sql` or `)})`;
}
