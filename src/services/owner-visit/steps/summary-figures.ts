import type { CommandContext } from '../../command/command-context.js';

/** What the visits of a stretch of days came to. */
interface SummaryFigures {
  readonly visits: number;
  readonly households: number;
  readonly required: number;
  readonly items: number;
  readonly complaints: number;
  readonly answered: number;
  readonly satisfied: number;
}

const FIGURES = `
with visit as (
  select v.id, v.unit_id, v.counts, v.satisfaction from owner_visit v
    join estate e on e.company_id = v.company_id and e.id = v.estate_id
   where v.company_id = $1 and v.estate_id = $2 and v.organiser = 'ESTATE'
     and v.visited_at >= ($3::date::timestamp at time zone e.time_zone)
     and v.visited_at < ($4::date::timestamp at time zone e.time_zone)
), item as (
  select i.kind from visit_item i join visit v on v.id = i.visit_id where i.company_id = $1
)
select (select count(*) from visit)::int as visits,
       (select count(distinct unit_id) from visit where counts)::int as households,
       (select coalesce(sum(m.required), 0) from visit_month m
         where m.company_id = $1 and m.estate_id = $2 and m.month >= $3::date and m.month < $4::date)::int as required,
       (select count(*) from item)::int as items,
       (select count(*) from item where kind = 'COMPLAINT')::int as complaints,
       (select count(satisfaction) from visit)::int as answered,
       (select count(*) from visit where satisfaction in ('VERY_SATISFIED', 'SATISFIED'))::int as satisfied`;

/**
 * The figures of an estate's own visits from a day on and before another; of the answers, the first two levels are
 * satisfied, an auxiliary figure. @rule R-VIS-19 @rule R-VIS-27
 */
export async function summaryFigures(
  ctx: CommandContext,
  estateId: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<SummaryFigures> {
  const [figures] = await ctx.execute<SummaryFigures>(FIGURES, [ctx.companyId, estateId, from, until]);
  if (!figures) throw new Error('A count has one row.');
  return figures;
}
