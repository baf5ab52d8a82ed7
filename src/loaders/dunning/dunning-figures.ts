import { sql } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import { isId } from '../../domain/id.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import { authorize } from '../../tenancy/authorize.js';
import { idsOf } from '../../tenancy/principal.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** Over which estates and days. */
export interface FiguresWanted {
  readonly estateIds?: readonly string[] | null;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** How an estate has dunned. */
export interface DunningFiguresRow {
  readonly estateId: string;
  readonly visits: number;
  readonly visitsByTeam: number;
  readonly visitsInHours: number;
  readonly visitsInQuietHours: number;
  readonly visitsTooEarly: number;
  readonly calls: number;
  readonly callsIncomplete: number;
  readonly whileStopped: number;
}

/** The longest time that is counted over, in days. */
const MOST_DAYS = 400;

/**
 * How estates have dunned in a period of their days, half-open, by code: of those where the asker may read it.
 * @rule R-DUN-05 @rule R-DUN-06
 * @throws INVALID_INPUT for days that cannot be, and for more than 400
 */
export function dunningFigures(ctx: RequestContext, wanted: FiguresWanted): Promise<DunningFiguresRow[]> {
  const { fromDay, untilDay, estateIds } = wanted;
  assertDay('fromDay', fromDay);
  assertDay('untilDay', untilDay);
  const days = (Date.parse(untilDay) - Date.parse(fromDay)) / 86_400_000;
  if (days <= 0 || days > MOST_DAYS) throw invalidInput('untilDay', `must lie 1 to ${MOST_DAYS} days after fromDay`);
  const { companyId } = ctx.asker;
  const reach = idsOf(authorize(ctx.principal, 'dunning.read'));
  const asked = estateIds == null ? null : estateIds.filter(isId);
  const among = (ids: readonly string[] | null) => (ids === null ? sql`` : sql`and z.id = any(${[...ids]}::uuid[])`);
  return ctx.moment.read(
    sql<DunningFiguresRow>`
      select z.id as "estateId", f.*
        from estate z
       cross join lateral (
         select (count(*) filter (where s.kind = 'HOME_VISIT'))::int as visits,
                (count(*) filter (where s.kind = 'HOME_VISIT' and not s.too_few))::int as "visitsByTeam",
                (count(*) filter (where s.kind = 'HOME_VISIT' and not s.off_hours))::int as "visitsInHours",
                (count(*) filter (where s.kind = 'HOME_VISIT' and s.in_quiet_hours))::int as "visitsInQuietHours",
                (count(*) filter (where s.kind = 'HOME_VISIT' and s.too_early))::int as "visitsTooEarly",
                (count(*) filter (where s.kind = 'TELEPHONE'))::int as calls,
                (count(*) filter (where s.kind = 'TELEPHONE' and s.incomplete))::int as "callsIncomplete",
                (count(*) filter (where s.while_stopped))::int as "whileStopped"
           from dunning_step s
          where s.company_id = ${companyId} and s.estate_id = z.id
            and s.done_at >= (${fromDay}::date::timestamp at time zone z.time_zone)
            and s.done_at < (${untilDay}::date::timestamp at time zone z.time_zone)) f
       where z.company_id = ${companyId} ${among(reach)} ${among(asked)}
       order by z.code`.compile(sqlFor),
  );
}
