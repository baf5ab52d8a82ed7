import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { declaredCalendar, type StoredDay } from '../../domain/calendar/declared-calendar.js';
import type { LocalDate } from '../../domain/calendar/calendar-day.js';
import type { WeeklyHours } from '../../domain/calendar/weekly-hours.js';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar.js';
import { isId } from '../../domain/id.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { AskedPlace } from '../place/asked-place.js';
import { policyBookOf } from '../policy/policy-book-of.js';

/** What a day of a place goes by. */
interface DayLaw {
  readonly calendar: WorkingCalendar;
  readonly hours: WeeklyHours;
}

/**
 * The calendar and the desk hours of a place, by the day for which they are asked. Those of one content are one object.
 * @rule Q-16, D-08
 */
export async function calendarOn(ctx: RequestContext, place: AskedPlace): Promise<(day: LocalDate) => DayLaw> {
  const { estateId, timeZone } = place;
  const [book, days] = await Promise.all([policyBookOf(ctx, estateId), declaredDays(ctx).load(estateId ?? '')]);
  return (day) => ({
    calendar: declaredCalendar(timeZone, book.at('Q-16', { day, estateId }).value, days),
    hours: book.at('D-08', { day, estateId }).value,
  });
}

/** The declared days that hold, the company's and the estate's, by estate; of the company alone by the empty key. */
const declaredDays = (ctx: RequestContext): DataLoader<string, StoredDay[]> =>
  ctx.moment.once(declaredDays, () => {
    return new DataLoader<string, StoredDay[]>(async (estates) => {
      const rows = await ctx.moment.read(
        sql<StoredDay>`
          select id, "estateId", day, working, name
            from (select distinct on (estate_id, day) id, estate_id as "estateId", day, working, name
                    from calendar_day
                   where company_id = ${ctx.asker.companyId}
                     and (estate_id is null or estate_id = any(${estates.filter(isId)}::uuid[]))
                   order by estate_id, day, version desc) as said
           where working is not null`.compile(sqlFor),
      );
      return estates.map((estate) => rows.filter((row) => row.estateId === null || row.estateId === estate));
    });
  });
