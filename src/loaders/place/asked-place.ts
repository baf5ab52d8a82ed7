import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { notFound } from '../../domain/errors.js';
import type { Action } from '../../domain/identity/action.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import { estateInReach } from './estate-in-reach.js';

/** What a question is about: an estate, or the company as such. */
export interface AskedPlace {
  /** Null: the company. */
  readonly estateId: string | null;
  /** IANA zone of its days. */
  readonly timeZone: string;
  /** The local day now, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The place that a query names; the company where it names none.
 * @throws NOT_FOUND when the estate is unknown, foreign, or out of the action's reach
 */
export async function askedPlace(
  ctx: RequestContext,
  action: Action,
  estateId: string | null | undefined,
): Promise<AskedPlace> {
  const [place] = await Promise.all([
    placeById(ctx).load(estateId ?? COMPANY),
    estateId == null ? null : estateInReach(ctx, action, estateId),
  ]);
  if (!place) throw notFound('estate');
  return place;
}

/** Stands for the company among the keys of places. */
const COMPANY = '';

const placeById = (ctx: RequestContext): DataLoader<string, AskedPlace | null> =>
  ctx.moment.once(placeById, () => {
    return new DataLoader<string, AskedPlace | null>(async (keys) => {
      const now = sql`coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now())`;
      const rows = await ctx.moment.read(
        sql<AskedPlace>`
          select e.id as "estateId", e.time_zone as "timeZone", (${now} at time zone e.time_zone)::date as today
            from estate e where e.company_id = ${ctx.asker.companyId} and e.id::text = any(${keys}::text[])
          union all
          select null, c.time_zone, (${now} at time zone c.time_zone)::date
            from company c where c.id = ${ctx.asker.companyId}`.compile(sqlFor),
      );
      const places = new Map(rows.map((row) => [row.estateId ?? COMPANY, row]));
      return keys.map((key) => places.get(key) ?? null);
    });
  });
