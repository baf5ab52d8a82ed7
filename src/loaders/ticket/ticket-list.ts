import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { ComplaintStage } from '../../domain/complaint/complaint-stage.js';
import type { RepairStage } from '../../domain/ticket/repair-stage.js';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import { page, type PageArgs, type SortKey } from '../../tenancy/read/page.js';
import { shaped } from '../../tenancy/read/shaped.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { idsOfSubtrees } from '../category/categories-below.js';
import { ticketReach, ticketsWithin, type TicketReach } from './ticket-by-id.js';

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
  const asked = LIST({ ...ticketReach(ctx), ...conditionsOf(ctx, filter ?? {}) });
  return page(ctx.moment, asked, KEYS[order ?? 'REPORTED_AT_DESC'], args);
}

const keysFor = (descending: boolean): readonly SortKey[] => [
  { column: 't.reported_at', type: 'timestamptz', descending },
  { column: 't.id', type: 'uuid', descending },
];
const KEYS: Readonly<Record<TicketOrder, readonly SortKey[]>> = {
  REPORTED_AT_DESC: keysFor(true),
  REPORTED_AT_ASC: keysFor(false),
};

/** Columns that a list may be narrowed by, with the type of their values. */
const COLUMNS = {
  estate_id: 'uuid',
  unit_id: 'uuid',
  customer_id: 'uuid',
  assignee_id: 'uuid',
  department_id: 'uuid',
  kind: 'text',
  phase: 'text',
  complaint_class: 'text',
  urgency: 'text',
  number: 'text',
} as const;
type Column = keyof typeof COLUMNS;
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** What a filter says of columns: either `one` value or `any` of several. */
type Narrowed = Partial<Record<`${'one' | 'any'} ${Column}`, string | readonly string[] | null>>;

/** All that a filter says. Null says nothing. */
type Conditions = Readonly<Narrowed> &
  Pick<
    TicketFilter,
    | 'stages'
    | 'complaintStages'
    | 'categorized'
    | 'assigned'
    | 'reopened'
    | 'replyDueBefore'
    | 'reportedFrom'
    | 'reportedTo'
  > & {
    readonly categoryIds: readonly string[] | null;
    /** Whose complaints stay out: of one household's or customer's tickets nobody reads those against themselves. */
    readonly notAgainst: string | null;
  };

/** One value as one value: only so does an index in the list's own order serve both the filter and the order. */
function conditionsOf({ asker }: RequestContext, filter: TicketFilter): Conditions {
  const found: Narrowed = {};
  const among = (column: Column, values: readonly string[] | null | undefined): void => {
    const list = COLUMNS[column] === 'uuid' ? values?.filter(isId) : values;
    if (list?.length === 1) found[`one ${column}`] = list[0] ?? null;
    else found[`any ${column}`] = list ?? null;
  };
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const { estateIds, unitId, customerId, assigneeId, departmentId, kinds, phases, complaintClasses, ...rest } = filter;
  const { urgency, number, categoryId, ...others } = rest;
  among('estate_id', estateIds);
  among('unit_id', one(unitId));
  among('customer_id', one(customerId));
  among('assignee_id', one(assigneeId));
  among('department_id', one(departmentId));
  among('kind', kinds);
  among('phase', phases);
  among('complaint_class', complaintClasses);
  among('urgency', one(urgency));
  among('number', one(number));
  const notAgainst = unitId != null || customerId != null ? asker.subjectId : null;
  return { ...found, ...others, categoryIds: one(categoryId)?.filter(isId) ?? null, notAgainst };
}

const LIST = shaped((given: TicketReach & Conditions) => {
  let tickets = ticketsWithin(given);
  for (const column of COLUMN_NAMES) {
    const [one, any, type] = [given[`one ${column}`], given[`any ${column}`], sql.raw(COLUMNS[column])];
    if (one != null) tickets = tickets.where(sql<boolean>`${sql.ref(`t.${column}`)} = ${one}::${type}`);
    if (any != null) tickets = tickets.where(sql<boolean>`${sql.ref(`t.${column}`)} = any(${any}::${type}[])`);
  }
  const { companyId, categoryIds, categorized, assigned, reopened, replyDueBefore, notAgainst } = given;
  const stages = stagesIn(given);
  if (stages) tickets = tickets.where(stages);
  if (categoryIds) tickets = tickets.where(sql<boolean>`t.category_id = any(${idsOfSubtrees(companyId, categoryIds)})`);
  if (categorized != null) tickets = tickets.where('t.category_id', categorized ? 'is not' : 'is', null);
  if (assigned != null) tickets = tickets.where('t.assignee_id', assigned ? 'is not' : 'is', null);
  if (reopened != null) tickets = tickets.where('t.reopenings', reopened ? '>' : '=', 0);
  if (replyDueBefore) tickets = tickets.where('t.next_reply_due_at', '<', replyDueBefore);
  if (notAgainst != null)
    tickets = tickets.where(sql<boolean>`t.against_staff_id is distinct from ${notAgainst}::uuid`);
  if (given.reportedFrom) tickets = tickets.where('t.reported_at', '>=', given.reportedFrom);
  if (given.reportedTo) tickets = tickets.where('t.reported_at', '<', given.reportedTo);
  return tickets;
});

/** The stages asked for, of the one kind or the other; null where none are. */
function stagesIn({ stages, complaintStages }: Pick<TicketFilter, 'stages' | 'complaintStages'>) {
  const of = (kind: TicketKind, wanted: readonly string[] | null | undefined) =>
    wanted ? [sql`t.kind = ${kind} and t.stage = any(${wanted}::text[])`] : [];
  const wanted = [...of('REPAIR', stages), ...of('COMPLAINT', complaintStages)];
  return wanted.length === 0 ? null : sql<boolean>`(${sql.join(wanted, sql` or `)})`;
}
