import { CompiledQuery, sql } from 'kysely';
import type { FormLanguage } from '../../domain/form/form-key.js';
import type { ExportedLine } from '../../domain/metric-export/export-columns.js';
import type { MetricPart } from '../../domain/metric/metric-part.js';
import { SOURCES } from '../../metrics/sources.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { contactById } from '../contact/contact-by-id.js';
import type { MetricFigure } from '../metric/metric-figure.js';
import { itemsOfFigure, type MetricRow } from '../metric/metric-rows.js';
import { sumShown } from '../metric/sum-shown.js';
import { ticketById } from '../ticket/ticket-by-id.js';
import { estateCells } from './exported-estate.js';
import { metricCells } from './exported-figure.js';

type Item = Omit<MetricRow, 'metric'>;

/** Items in memory at once. */
const ITEMS = 1_000;
const NEXT = CompiledQuery.raw(`fetch forward ${ITEMS} from metric_items`);

/** What the items of a file add up to. */
export interface ItemsSum {
  numerator: number;
}

/**
 * The items behind a figure as `MetricValue.rows` shows them, a line an item, by estate and day. The database reads them once,
 * in the snapshot that stands; memory does not grow with their number.
 * @param sum what they add up to, so far
 */
export async function* rowLines(
  ctx: RequestContext,
  figure: MetricFigure,
  part: MetricPart,
  language: FormLanguage,
  sum: ItemsSum,
): AsyncGenerator<ExportedLine[]> {
  const { companyId } = ctx.asker;
  const { metric } = figure;
  await ctx.moment.read(
    sql`
declare metric_items no scroll cursor for
select r.estate_id as "estateId", r.on_day::text as day, r.subject_id as "subjectId", r.segment, r.numerator, r.denominator
  from ${itemsOfFigure(ctx, figure, part)} r
  join estate e on e.company_id = ${companyId}::uuid and e.id = r.estate_id
 order by e.code, r.on_day, r.subject_id, r.segment`.compile(sqlFor),
  );
  const named = metricCells(metric, language);
  for (let more = true; more;) {
    const items = await ctx.moment.read<Item>(NEXT);
    more = items.length === ITEMS;
    for (const { numerator } of items) sum.numerator += numerator;
    yield await Promise.all(
      items.map(async ({ estateId, day, subjectId, segment, numerator, denominator }) => [
        ...[...named, ...(await estateCells(ctx, estateId)), day, await numberOf(ctx, figure, subjectId), subjectId],
        segment === '' ? null : segment,
        sumShown(ctx, { metric, estateId }, numerator),
        metric.denominator === null ? null : sumShown(ctx, { metric, estateId }, denominator),
      ]),
    );
    ticketById(ctx).clearAll();
    contactById(ctx).clearAll();
  }
  await ctx.moment.read(CompiledQuery.raw('close metric_items'));
}

/** The number by which people know an item; null where it has none, and where the asker may not read it. */
async function numberOf(ctx: RequestContext, { metric }: MetricFigure, subjectId: string): Promise<string | null> {
  const { subject } = SOURCES[metric.items.source];
  if (subject === 'ticket') return (await ticketById(ctx).load(subjectId))?.number ?? null;
  if (subject === 'contact') return (await contactById(ctx).load(subjectId))?.number ?? null;
  return null;
}
