import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';

/** As of which day an account is asked for. */
export interface AsOf {
  /** The last day of the books that counts; today at the estate where nothing is said. */
  readonly on?: string | null;
  /** Only what was recorded by the end of this day; all where nothing is said. */
  readonly asKnownOn?: string | null;
}

/** The day that is asked for, at the estate with the alias `z`. */
export const dayAsked = (ctx: RequestContext, { on }: AsOf): RawBuilder<string> =>
  on == null
    ? sql`(coalesce(${ctx.house.clock?.now() ?? null}::timestamptz, now()) at time zone z.time_zone)::date`
    : sql`${on}::date`;

/** The instant before which a line was recorded, to count: at the estate with the alias `z`. */
export const knownBefore = ({ asKnownOn }: AsOf): RawBuilder<Date> =>
  asKnownOn == null
    ? sql`'infinity'::timestamptz`
    : sql`((${asKnownOn}::date + 1)::timestamp at time zone z.time_zone)`;
