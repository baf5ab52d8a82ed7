import { sql } from 'kysely';
import { isId } from '../../domain/id.js';
import type { ComplaintClass } from '../../domain/complaint/complaint-class.js';
import type { Channel } from '../../domain/ticket/channel.js';
import type { TicketKind, TicketPhase } from '../../domain/ticket/ticket-kind.js';
import type { Urgency } from '../../domain/ticket/urgency.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { idsOfSubtrees } from '../category/categories-below.js';
import {
  clockConditions,
  hasClock,
  type ClockConditions,
  type TicketClockFilter,
} from '../service-clock/tickets-with-clock.js';
import { phasesOfStages, stagesAsked, type StageFilter } from './stages-asked.js';
import type { TicketReach, ticketsWithin } from './ticket-by-id.js';
import { saying, textConditions, type TextConditions } from './ticket-text.js';

/** Which tickets a list shows; what is absent does not narrow. Ids that name nothing match nothing. */
export interface TicketFilter extends StageFilter {
  readonly estateIds?: readonly string[] | null;
  readonly kinds?: readonly TicketKind[] | null;
  readonly phases?: readonly TicketPhase[] | null;
  readonly complaintClasses?: readonly ComplaintClass[] | null;
  readonly channels?: readonly Channel[] | null;
  readonly unitId?: string | null;
  /** Of the units of this building. */
  readonly buildingId?: string | null;
  readonly customerId?: string | null;
  readonly assigneeId?: string | null;
  /** In charge of it, or in the crew of one of its visits. */
  readonly handledById?: string | null;
  /** In this category or one below it. */
  readonly categoryId?: string | null;
  /** Whether it has a category at all. */
  readonly categorized?: boolean | null;
  readonly departmentId?: string | null;
  /** Whether somebody is in charge of it. */
  readonly assigned?: boolean | null;
  readonly reopened?: boolean | null;
  /** Whether it has joined another. */
  readonly merged?: boolean | null;
  /** Has joined this one. */
  readonly mergedIntoId?: string | null;
  /** A reply was promised before this instant and is still owed. */
  readonly replyDueBefore?: Date | null;
  /** It has such a clock. */
  readonly clock?: TicketClockFilter | null;
  /** Reported at or after it. */
  readonly reportedFrom?: Date | null;
  /** Reported before it. */
  readonly reportedTo?: Date | null;
  /** Closed or cancelled at or after it. */
  readonly closedFrom?: Date | null;
  /** Closed or cancelled before it. */
  readonly closedTo?: Date | null;
  readonly urgency?: Urgency | null;
  /** The whole number, as written: `E01-R26-00042`. */
  readonly number?: string | null;
  /** Said in subject or description, or the number. */
  readonly text?: string | null;
}

/** Columns that a list may be narrowed by, with the type of their values. */
const COLUMNS = {
  estate_id: 'uuid',
  unit_id: 'uuid',
  customer_id: 'uuid',
  assignee_id: 'uuid',
  department_id: 'uuid',
  merged_into_id: 'uuid',
  kind: 'text',
  phase: 'text',
  complaint_class: 'text',
  channel: 'text',
  urgency: 'text',
  number: 'text',
} as const;
type Column = keyof typeof COLUMNS;
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];

/** What a filter says of columns: either `one` value or `any` of several. */
type Narrowed = Partial<Record<`${'one' | 'any'} ${Column}`, string | readonly string[] | null>>;

/** All that a filter says. Null says nothing. */
export type TicketConditions = Readonly<Narrowed> &
  ClockConditions &
  Pick<
    TicketFilter,
    | keyof StageFilter
    | 'categorized'
    | 'assigned'
    | 'reopened'
    | 'merged'
    | 'replyDueBefore'
    | 'reportedFrom'
    | 'reportedTo'
    | 'closedFrom'
    | 'closedTo'
  > &
  TextConditions & {
    readonly buildingIds: readonly string[] | null;
    readonly handledByIds: readonly string[] | null;
    readonly categoryIds: readonly string[] | null;
    /** Whose complaints stay out: of one household's or customer's tickets nobody reads those against themselves. */
    readonly notAgainst: string | null;
  };

/**
 * What a filter says. One value as one value: only so does an index in the list's own order serve both the filter and the order.
 * @throws INVALID_INPUT for a text that is too little or too much to look up
 */
export async function conditionsOf(ctx: RequestContext, filter: TicketFilter): Promise<TicketConditions> {
  const found: Narrowed = {};
  const among = (column: Column, values: readonly string[] | null | undefined): void => {
    const list = COLUMNS[column] === 'uuid' ? values?.filter(isId) : values;
    if (list?.length === 1) found[`one ${column}`] = list[0] ?? null;
    else found[`any ${column}`] = list ?? null;
  };
  const one = (value: string | null | undefined): string[] | null => (value == null ? null : [value]);
  const ids = (value: string | null | undefined): string[] | null => one(value)?.filter(isId) ?? null;
  const { estateIds, unitId, customerId, assigneeId, departmentId, kinds, phases, complaintClasses, ...rest } = filter;
  const { urgency, number, channels, buildingId, handledById, categoryId, mergedIntoId, text, clock, ...others } = rest;
  among('estate_id', estateIds);
  among('unit_id', one(unitId));
  among('customer_id', one(customerId));
  among('assignee_id', one(assigneeId));
  among('department_id', one(departmentId));
  among('merged_into_id', one(mergedIntoId));
  among('kind', kinds);
  among('phase', phases ?? phasesOfStages(filter));
  among('complaint_class', complaintClasses);
  among('channel', channels);
  among('urgency', one(urgency));
  among('number', one(number));
  return {
    ...found,
    ...others,
    ...(await textConditions(ctx, text, estateIds)),
    ...clockConditions(ctx, clock),
    buildingIds: ids(buildingId),
    handledByIds: ids(handledById),
    categoryIds: ids(categoryId),
    notAgainst: unitId != null || customerId != null ? ctx.asker.subjectId : null,
  };
}

/** Tickets that meet the conditions, of those selected so far. */
export function meeting(tickets: ReturnType<typeof ticketsWithin>, given: TicketReach & TicketConditions) {
  const { companyId } = given;
  let found = tickets;
  for (const column of COLUMN_NAMES) {
    const [one, any, type] = [given[`one ${column}`], given[`any ${column}`], sql.raw(COLUMNS[column])];
    if (one != null) found = found.where(sql<boolean>`${sql.ref(`t.${column}`)} = ${one}::${type}`);
    if (any != null) found = found.where(sql<boolean>`${sql.ref(`t.${column}`)} = any(${any}::${type}[])`);
  }
  const { buildingIds, handledByIds, categoryIds, categorized, assigned, reopened, replyDueBefore, notAgainst } = given;
  const stages = stagesAsked(given);
  if (stages) found = found.where(stages);
  if (buildingIds) found = found.where(sql<boolean>`t.unit_id = any(${unitsOf(companyId, buildingIds)})`);
  if (handledByIds) found = found.where(handledBy(companyId, handledByIds));
  if (categoryIds) found = found.where(sql<boolean>`t.category_id = any(${idsOfSubtrees(companyId, categoryIds)})`);
  if (categorized != null) found = found.where('t.category_id', categorized ? 'is not' : 'is', null);
  if (assigned != null) found = found.where('t.assignee_id', assigned ? 'is not' : 'is', null);
  if (reopened != null) found = found.where(reopened ? REOPENED : NEVER_REOPENED);
  if (given.merged != null) found = found.where('t.merged_into_id', given.merged ? 'is not' : 'is', null);
  const clocked = hasClock(given);
  if (clocked) found = found.where(clocked);
  if (replyDueBefore) found = found.where('t.next_reply_due_at', '<', replyDueBefore);
  if (notAgainst != null) found = found.where(sql<boolean>`t.against_staff_id is distinct from ${notAgainst}::uuid`);
  if (given.terms) found = found.where(saying(companyId, given));
  if (given.reportedFrom) found = found.where('t.reported_at', '>=', given.reportedFrom);
  if (given.reportedTo) found = found.where('t.reported_at', '<', given.reportedTo);
  if (given.closedFrom) found = found.where('t.closed_at', '>=', given.closedFrom);
  if (given.closedTo) found = found.where('t.closed_at', '<', given.closedTo);
  return found;
}

/** Written out, since an index of the few that were opened again is known by these words. */
const REOPENED = sql<boolean>`t.reopenings > 0`;
const NEVER_REOPENED = sql<boolean>`t.reopenings = 0`;

const unitsOf = (companyId: string, buildingIds: readonly string[]) =>
  sql<
    string[]
  >`array(select u.id from unit u where u.company_id = ${companyId}::uuid and u.building_id = any(${buildingIds}::uuid[]))`;

/** Whoever is in charge of a repair may have come after others; the crews of its visits are on record. @rule R-RPR-02 */
const handledBy = (companyId: string, staffIds: readonly string[]) =>
  sql<boolean>`(t.assignee_id = any(${staffIds}::uuid[]) or t.id = any(array(
    select w.ticket_id from repair_worker w where w.company_id = ${companyId}::uuid and w.staff_id = any(${staffIds}::uuid[]))))`;
