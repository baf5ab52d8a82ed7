import { sql, type RawBuilder } from 'kysely';
import { addDays } from '../../domain/calendar/calendar-day.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { aboutNow } from './collection-scope.js';
import { dayAsked, knownBefore, type AsOf } from '../ledger/as-of.js';

/** Entries that change how much was charged: what is given up as lost was charged all the same. @rule M-FEE-01 */
const RECHARGES = sql`e.kind in ('INCREASE', 'REDUCTION', 'WAIVER', 'TRANSFER', 'CANCELLATION')`;

/**
 * By charge, what entries have moved that do not count on the day asked for, or were not known then: what a charge was then
 * is what it is now without them, so that a question about yesterday reads what moved since, and not the whole book.
 */
export const laterLines = (
  ctx: RequestContext,
  asOf: AsOf,
  onEstates: (column: `${string}.${string}`) => RawBuilder<boolean>,
): RawBuilder<unknown> => sql`
  select e.charge_id, sum(e.charge_effect_minor) as open_effect,
         -sum(e.charge_effect_minor) filter (where e.kind = 'ALLOCATION') as paid_effect,
         sum(e.charge_effect_minor) filter (where ${RECHARGES}) as charged_effect
    from estate z
    join ledger_entry e on e.company_id = z.company_id and e.estate_id = z.id
     and (e.booked_day > ${dayAsked(ctx, asOf)} or e.recorded_at >= ${knownBefore(asOf)}) and ${perhapsLater(ctx, asOf)}
   where z.company_id = ${ctx.asker.companyId} and e.company_id = ${ctx.asker.companyId}
     and ${onEstates('z.id')} and e.charge_id is not null
   group by e.charge_id`;

/** A bound that holds in every zone, so that reading begins at the days in question: not the law. */
function perhapsLater(ctx: RequestContext, { on, asKnownOn }: AsOf): RawBuilder<boolean> {
  const moved = sql<boolean>`e.booked_day > ${on ?? addDays(aboutNow(ctx), -2)}::date`;
  return asKnownOn == null
    ? moved
    : sql<boolean>`(${moved} or e.recorded_at >= ${asKnownOn}::date::timestamp at time zone 'UTC')`;
}
