import { withinDeskHours } from '../../../domain/calendar/desk-time.js';
import { declaredCalendar, type StoredDay } from '../../../domain/calendar/declared-calendar.js';
import type { WeeklyHours } from '../../../domain/calendar/weekly-hours.js';
import type { WorkingCalendar } from '../../../domain/calendar/working-calendar.js';
import { localDay } from '../../../domain/place/local-day.js';
import { Estate } from '../../../entities/place/estate.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyInForce, readPolicyBook } from '../../policy/steps/policy-in-force.js';
import { dayAt, zoneOf } from './zone-of.js';

const DAYS = `
select id, "estateId", day, working, name
  from (select distinct on (estate_id, day) id, estate_id as "estateId", day::text as day, working, name
          from calendar_day where company_id = ? and (estate_id is null or estate_id = any(?::uuid[]))
         order by estate_id, day, version desc) as said
 where working is not null`;

/**
 * The working calendar of an estate, or of the company where `estateId` is null: the holidays of the region in force on
 * the local day of `at`, and all days declared so far. What starts at `at` counts by it to its end.
 * @rule Q-16
 * @throws NOT_FOUND estate
 */
export async function calendarOf(ctx: CommandContext, estateId: string | null, at: Date): Promise<WorkingCalendar> {
  const timeZone = await zoneOf(ctx, estateId);
  const region = await policyInForce(ctx, 'Q-16', estateId, await dayAt(ctx, estateId, at));
  const days = await ctx.once(`declared days of ${estateId ?? 'the company'}`, () =>
    declaredDays(ctx, estateId === null ? [] : [estateId]),
  );
  return declaredCalendar(timeZone, region, days);
}

const declaredDays = (ctx: CommandContext, estateIds: readonly string[]): Promise<StoredDay[]> =>
  ctx.em.execute<StoredDay[]>(DAYS, [ctx.companyId, `{${estateIds.join()}}`]);

/**
 * The same for many estates at once; those that are not the company's are left out.
 * @rule Q-16
 */
export async function calendarsOf(
  ctx: CommandContext,
  estateIds: readonly string[],
  at: Date,
): Promise<Map<string, WorkingCalendar>> {
  const estates = await ctx.em.find(Estate, { companyId: ctx.companyId, id: { $in: [...estateIds] } });
  const book = await readPolicyBook(ctx, estateIds);
  const days = await declaredDays(ctx, estateIds);
  return new Map(
    estates.map(({ id, timeZone }) => {
      const region = book.at('Q-16', { day: localDay(at, timeZone), estateId: id }).value;
      const own = days.filter(({ estateId }) => estateId === null || estateId === id);
      return [id, declaredCalendar(timeZone, region, own)];
    }),
  );
}

/**
 * The desk hours of an estate in force on the local day of `at`.
 * @rule D-08
 * @throws NOT_FOUND estate
 */
export const deskHoursOf = async (ctx: CommandContext, estateId: string | null, at: Date): Promise<WeeklyHours> =>
  policyInForce(ctx, 'D-08', estateId, await dayAt(ctx, estateId, at));

/**
 * Whether the estate's front desk is staffed at an instant; otherwise it is night.
 * @rule D-08
 * @throws NOT_FOUND estate
 */
export async function isDeskOpen(ctx: CommandContext, estateId: string, at: Date): Promise<boolean> {
  const hours = await deskHoursOf(ctx, estateId, at);
  return withinDeskHours(at, hours, await calendarOf(ctx, estateId, at));
}
