import { sql, type RawBuilder } from 'kysely';
import type { ClockState } from '../../domain/service-clock/read-clock.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Which clock a ticket has: one that meets all that is given. */
export interface TicketClockFilter {
  readonly states?: readonly ClockState[] | null;
  readonly milestones?: readonly string[] | null;
  /** Has not ended and is due before this instant. */
  readonly dueBefore?: Date | null;
  /** Has not ended, and its limit has, or has not, passed. */
  readonly overdue?: boolean | null;
  /** Has not ended, and four fifths of its limit have passed and not all; or less than that. */
  readonly dueSoon?: boolean | null;
}

/** The same as values of a query; null says nothing. */
export interface ClockConditions {
  readonly clockStates: readonly string[] | null;
  readonly clockMilestones: readonly string[] | null;
  readonly clockDueBefore: Date | null;
  readonly clockOverdue: boolean | null;
  readonly clockDueSoon: boolean | null;
  /** The present, where something is asked about clocks at all. */
  readonly clockNow: Date | null;
  /** Somebody asks who sees no clocks. */
  readonly clockUnseen: boolean | null;
}

/** What a filter asks about clocks. Residents see none, so none of theirs meets anything. @rule D-30 */
export function clockConditions(
  { asker, house }: RequestContext,
  filter: TicketClockFilter | null | undefined,
): ClockConditions {
  return {
    clockStates: filter?.states ?? null,
    clockMilestones: filter?.milestones ?? null,
    clockDueBefore: filter?.dueBefore ?? null,
    clockOverdue: filter?.overdue ?? null,
    clockDueSoon: filter?.dueSoon ?? null,
    clockNow: filter == null ? null : (house.clock?.now() ?? new Date()),
    clockUnseen: filter != null && asker.kind === 'RESIDENT' ? true : null,
  };
}

/** The condition that the ticket `t` has such a clock, on the estates in reach; null where nothing is asked. */
export function hasClock(
  given: ClockConditions & { readonly companyId: string; readonly reach: readonly string[] | null },
): RawBuilder<boolean> | null {
  const { companyId, reach, clockNow: now } = given;
  if (now === null) return null;
  if (given.clockUnseen) return sql<boolean>`false`;
  const conditions = [sql`c.company_id = ${companyId}`];
  if (reach) conditions.push(sql`c.estate_id = any(${reach}::uuid[])`);
  if (given.clockStates) conditions.push(sql`c.state = any(${given.clockStates}::text[])`);
  if (given.clockMilestones) conditions.push(sql`c.milestone = any(${given.clockMilestones}::text[])`);
  if (given.clockDueBefore) conditions.push(sql`c.ended_at is null and c.due_at < ${given.clockDueBefore}`);
  if (given.clockOverdue != null)
    conditions.push(sql`c.ended_at is null and c.due_at ${sql.raw(given.clockOverdue ? '<' : '>=')} ${now}`);
  if (given.clockDueSoon != null)
    conditions.push(
      given.clockDueSoon
        ? sql`c.ended_at is null and c.due_at >= ${now} and c.warn_at <= ${now}`
        : sql`c.ended_at is null and c.due_at >= ${now} and c.warn_at > ${now}`,
    );
  return sql<boolean>`t.id in (select c.ticket_id from service_clock c where ${sql.join(conditions, sql` and `)})`;
}
