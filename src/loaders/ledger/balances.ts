import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Currency } from '../../domain/money/money.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, knownBefore, type AsOf } from './as-of.js';

/** Of what a balance is: all that concerns a unit, or all that a payer owes and has paid. */
type BalanceSide = 'unit' | 'customer';

/** What is owed and paid ahead at the end of a day, in one currency. */
export interface BalanceRow {
  readonly on: string;
  readonly currency: Currency;
  readonly owedMinor: number;
  readonly overdueMinor: number;
  readonly prepaidMinor: number;
}

const COLUMN = { unit: 'unit_id', customer: 'payer_id' } as const;

/**
 * Balances by unit or payer at the end of a day, as known on another, from the lines themselves: a resident's are of the
 * own lines. What was paid ahead counts for a unit where it was said to be for it. The fence shows which.
 * @rule R-FEE-11 @rule D-30
 * @throws INVALID_INPUT for days that cannot be
 */
export function balancesOf(
  ctx: RequestContext,
  side: BalanceSide,
  asOf: AsOf,
): DataLoader<string, readonly BalanceRow[]> {
  for (const [path, day] of Object.entries(asOf)) if (day != null) assertDay(path, day as string);
  return ctx.moment.once(`balancesOf/${side}/${asOf.on ?? ''}/${asOf.asKnownOn ?? ''}`, () => {
    return new DataLoader<string, readonly BalanceRow[]>(async (ids) => {
      const found = await ctx.moment.read(balances(ctx, side, asOf, ids));
      const rows = new Map<string, BalanceRow[]>();
      for (const { id, ...row } of found) rows.set(id, [...(rows.get(id) ?? []), row]);
      return ids.map((id) => rows.get(id) ?? []);
    });
  });
}

function balances(ctx: RequestContext, side: BalanceSide, asOf: AsOf, ids: readonly string[]) {
  const { companyId, kind, subjectId } = ctx.asker;
  const own = (alias: string) =>
    kind === 'RESIDENT' ? sql`and ${sql.ref(`${alias}.payer_id`)} = ${subjectId}::uuid` : sql``;
  const column = sql.raw(COLUMN[side]);
  return sql<BalanceRow & { readonly id: string }>`
    with asked as (
      select s.id, ${dayAsked(ctx, asOf)} as day, ${knownBefore(asOf)} as known
        from ${sql.table(side)} s join estate z on z.company_id = s.company_id and z.id = s.estate_id
       where s.company_id = ${companyId} and s.id = any(${ids}::uuid[])
    ), lines as (
      select a.id, c.currency, c.due_day < a.day as late, 0 as prepaid,
             c.amount_minor + coalesce((select sum(e.charge_effect_minor) from ledger_entry e
               where e.company_id = ${companyId} and e.charge_id = c.id and e.booked_day <= a.day and e.recorded_at < a.known), 0) as owed
        from asked a join charge c on c.company_id = ${companyId} and c.${column} = a.id
         and c.booked_day <= a.day and c.recorded_at < a.known ${own('c')}
      union all
      select a.id, p.currency, false,
             p.amount_minor + coalesce((select sum(e.payment_effect_minor) from ledger_entry e
               where e.company_id = ${companyId} and e.payment_id = p.id and e.booked_day <= a.day and e.recorded_at < a.known), 0), 0
        from asked a join payment p on p.company_id = ${companyId} and p.${column} = a.id
         and p.booked_day <= a.day and p.recorded_at < a.known ${own('p')}
    )
    select a.id, a.day as on, l.currency, sum(l.owed)::bigint as "owedMinor",
           coalesce(sum(l.owed) filter (where l.late), 0)::bigint as "overdueMinor", sum(l.prepaid)::bigint as "prepaidMinor"
      from asked a join lines l on l.id = a.id
     group by a.id, a.day, l.currency
     order by l.currency`.compile(sqlFor);
}
