import { METRIC_SUBJECTS } from '../../../metrics/sources.js';
import type { CommandContext } from '../../command/command-context.js';

/** An estate whose figures are looked at. */
export interface JudgedEstate {
  readonly id: string;
  readonly timeZone: string;
}

/** Events that are looked through one by one; behind more, every estate counts as touched. */
const MOST_EVENTS = 50_000;

const TOUCHED = `
select e.id, e.time_zone as "timeZone" from estate e
 where e.company_id = $1 and e.id in (
   select v.estate_id from event v
    where v.company_id = $1 and v.seq > $2 and v.seq <= $3 and not v.silent and v.subject_kind = any($4::text[]))
 order by e.id`;

const IN_USE = `
select e.id, e.time_zone as "timeZone" from estate e
 where e.company_id = $1 and exists (
   select 1 from event v
    where v.company_id = $1 and v.estate_id = e.id and v.recorded_at >= $2 and not v.silent and v.subject_kind = any($3::text[]))
 order by e.id`;

/** Since when an estate that has told of nothing is taken for one that does not work with the product. */
const YEAR_MS = 366 * 86_400_000;

/** The estates whose figures may have changed between two places in the log; history that was brought along changes none. */
export function touchedEstates(ctx: CommandContext, after: number, upTo: number): Promise<JudgedEstate[]> {
  if (upTo - after > MOST_EVENTS) return estatesInUse(ctx);
  return ctx.execute<JudgedEstate>(TOUCHED, [ctx.companyId, after, upTo, [...METRIC_SUBJECTS]]);
}

/** The estates that have worked with the product within a year, silent as they may be now. @rule D-25 */
export function estatesInUse(ctx: CommandContext): Promise<JudgedEstate[]> {
  const since = new Date(ctx.clock.now().getTime() - YEAR_MS);
  return ctx.execute<JudgedEstate>(IN_USE, [ctx.companyId, since, [...METRIC_SUBJECTS]]);
}
