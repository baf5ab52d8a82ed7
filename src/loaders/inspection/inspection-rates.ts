import { CompiledQuery } from 'kysely';
import { isId } from '../../domain/id.js';
import type { InspectionFigures } from '../../domain/inspection/inspection-figures.js';
import { metricPeriod, type MetricPeriod } from '../../domain/metric/metric-period.js';
import { authorize, narrow } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** What published inspections of an estate gave together. */
export interface InspectionRatesRow extends InspectionFigures {
  readonly estateId: string;
  readonly inspections: number;
  readonly findings: number;
  readonly repeated: number;
}

const RATES = `
select i.estate_id as "estateId", count(*)::int as inspections, sum(i.checked)::int as checked, sum(i.judged)::int as judged,
       sum(i.passed)::int as passed, sum(i.callbacks_asked)::int as "callbacksAsked", sum(i.false_callbacks)::int as "falseCallbacks",
       sum(i.closures_asked)::int as "closuresAsked", sum(i.false_closures)::int as "falseClosures",
       sum(f.findings)::int as findings, sum(f.repeated)::int as repeated
  from inspection i join estate e on e.company_id = i.company_id and e.id = i.estate_id
  cross join lateral (
    select count(*) as findings, count(*) filter (where n.repeated) as repeated from inspection_finding n
     where n.company_id = $1 and n.inspection_id = i.id) f
 where i.company_id = $1 and ($2::uuid[] is null or i.estate_id = any($2::uuid[])) and i.is_open
   and (i.published_at at time zone e.time_zone)::date >= $3::date and (i.published_at at time zone e.time_zone)::date < $4::date
 group by i.estate_id, e.code order by e.code, i.estate_id`;

/**
 * Sums over the inspections that were published on the days of a period, by estate; estates out of reach are left out.
 * @throws FORBIDDEN when the asker holds `inspection.read` nowhere
 * @throws INVALID_INPUT with the argument's path for a period that is none
 * @rule D-27
 */
export function inspectionRates(
  ctx: RequestContext,
  asked: MetricPeriod,
  estateIds: readonly string[] | null,
): Promise<InspectionRatesRow[]> {
  const { from, to } = metricPeriod(asked);
  const estates = narrow(authorize(ctx.principal, 'inspection.read'), estateIds?.filter(isId));
  return ctx.moment.read<InspectionRatesRow>(CompiledQuery.raw(RATES, [ctx.asker.companyId, estates, from, to]));
}
