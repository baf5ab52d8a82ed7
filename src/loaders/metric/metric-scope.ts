import { CompiledQuery } from 'kysely';
import { addDays, dayNumber, type LocalDate } from '../../domain/calendar/calendar-day.js';
import { isId } from '../../domain/id.js';
import { assertKnownOn } from '../../domain/metric/known-on.js';
import type { MetricDimension } from '../../domain/metric/metric-dimension.js';
import { metricPeriod, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { localDay } from '../../domain/place/local-day.js';
import { FIRST_RECORDED } from '../../metrics/first-recorded.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What figures are asked of: estates, days, and as known when. */
export interface MetricScope {
  readonly period: MetricPeriod;
  /** Null: all of the company. */
  readonly estateIds: readonly string[] | null;
  /** What became known after this day does not count; null: everything that is known. */
  readonly asKnownOn: LocalDate | null;
  /** The present day in the company's zone. */
  readonly today: LocalDate;
}

/** The same as a client asks for it. */
export interface MetricScopeAsked {
  readonly period: MetricPeriod;
  readonly estateIds?: readonly string[] | null;
  readonly groupIds?: readonly string[] | null;
  readonly asKnownOn?: LocalDate | null;
  /** What they are broken down by: by person only where the asker may see who did what. */
  readonly by?: MetricDimension | null;
}

/**
 * What figures are asked of, within what the asker may see: estates out of reach are left out, and where none is left
 * there are no data, never those of others.
 * @rule R-MET-01 @rule D-27
 * @param path the argument that says when it was known
 * @throws FORBIDDEN when the asker holds `metric.read` nowhere, or, by person, `audit.read`
 * @throws INVALID_INPUT with the argument's path for a period that is none, and for a day that is not over or before all records
 */
export async function metricScope(
  ctx: RequestContext,
  asked: MetricScopeAsked,
  path = 'asKnownOn',
): Promise<MetricScope> {
  const { estateIds, groupIds, asKnownOn = null, by } = asked;
  const reach = authorize(ctx.principal, 'metric.read');
  const ofPersons = by === 'STAFF' ? authorize(ctx.principal, 'audit.read') : reach;
  const period = metricPeriod(asked.period);
  const today = await todayOf(ctx);
  if (asKnownOn !== null) assertKnownOn(asKnownOn, await firstRecorded(ctx), today, path);
  const ofGroups = groupIds ? await estatesOfGroups(ctx, groupIds.filter(isId)) : null;
  const named = estateIds ? estateIds.filter(isId) : null;
  const wanted = ofGroups && named ? named.filter((id) => ofGroups.includes(id)) : (ofGroups ?? named);
  return { period, estateIds: narrow(ofPersons, narrow(reach, wanted)), asKnownOn, today };
}

/** The day on which the first figure became known, in the company's zone; null where none has. */
async function firstRecorded(ctx: RequestContext): Promise<LocalDate | null> {
  const [row] = await ctx.moment.read<{ day: LocalDate | null }>(
    CompiledQuery.raw(FIRST_RECORDED, [ctx.asker.companyId]),
  );
  return row?.day ?? null;
}

/** What is compared with a period at equal maturity: a period that has not ended, with as many of its days. @rule D-24 */
export function equallyMature(
  { period, asKnownOn, today }: MetricScope,
  before: MetricPeriod,
): Omit<MetricScope, 'estateIds' | 'today'> {
  const known = asKnownOn ?? today;
  const seen = dayNumber(known) + 1 - dayNumber(period.from);
  const length = dayNumber(before.to) - dayNumber(before.from);
  const whole = known >= addDays(period.to, -1);
  const to = whole ? before.to : addDays(before.from, Math.max(1, Math.min(seen, length)));
  const ripe = whole ? addDays(before.to, dayNumber(known) - dayNumber(period.to)) : addDays(to, -1);
  return { period: { from: before.from, to }, asKnownOn: ripe < today ? ripe : null };
}

async function todayOf(ctx: RequestContext): Promise<LocalDate> {
  const { companyId } = ctx.asker;
  const [row] = await ctx.moment.read<{ zone: string; now: Date }>(
    CompiledQuery.raw('select time_zone as zone, now() as now from company where id = $1', [companyId]),
  );
  return localDay(ctx.house.clock?.now() ?? row?.now ?? new Date(0), row?.zone ?? 'UTC');
}

async function estatesOfGroups(ctx: RequestContext, groupIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.moment.read<{ id: string }>(
    CompiledQuery.raw(
      'select distinct m.estate_id as id from estate_group_member m where m.company_id = $1 and m.group_id = any($2::uuid[])',
      [ctx.asker.companyId, groupIds],
    ),
  );
  return rows.map(({ id }) => id);
}
