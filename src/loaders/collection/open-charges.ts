import { sql, type RawBuilder } from 'kysely';
import { AGEING_MONTHS } from '../../domain/collection/ageing.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { among } from '../among.js';
import { dayAsked, knownBefore, type AsOf } from '../ledger/as-of.js';
import { isNow, ofUnits, onEstates, type CollectionScope } from './collection-scope.js';
import { laterLines } from './later-lines.js';

/**
 * The charges with something open at the end of a day, as known on another, with the alias `o`: `id`, `estate_id`,
 * `unit_id`, `payer_id`, `kind`, `due_day`, `currency`, `open_minor` and the `day` asked for. Of this moment it is an index
 * of open charges; of an earlier one those and what has been settled since.
 * @rule R-FEE-11
 */
export function openCharges(ctx: RequestContext, scope: CollectionScope, asOf: AsOf): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const day = dayAsked(ctx, asOf);
  const columns = sql`c.company_id, c.id, c.estate_id, c.unit_id, c.payer_id, c.kind, c.due_day, c.currency`;
  const asked = conditions(ctx, scope);
  if (isNow(asOf))
    return sql`(select ${columns}, c.open_minor, ${day} as day
      from charge c join estate z on z.company_id = c.company_id and z.id = c.estate_id
     where c.company_id = ${companyId} and z.company_id = ${companyId} and c.open_minor > 0 and ${asked})`;
  const then = (left: RawBuilder<unknown>, open: RawBuilder<unknown>) => sql`
    select ${columns}, (c.open_minor - coalesce(l.open_effect, 0))::bigint as open_minor, ${day} as day
      from charge c join estate z on z.company_id = c.company_id and z.id = c.estate_id ${left} later l on l.charge_id = c.id
     where c.company_id = ${companyId} and z.company_id = ${companyId} and ${open} and ${asked}
       and c.booked_day <= ${day} and c.recorded_at < ${knownBefore(asOf)} and c.open_minor > coalesce(l.open_effect, 0)`;
  return sql`(with later as (${laterLines(ctx, asOf, (column) => onEstates(ctx, column, scope.estateIds))})
    ${then(sql`left join`, sql`c.open_minor > 0`)} union all ${then(sql`join`, sql`c.open_minor = 0`)})`;
}

function conditions(ctx: RequestContext, scope: CollectionScope): RawBuilder<unknown> {
  const kinds = among('c.kind', 'text', scope.kinds);
  return sql`${onEstates(ctx, 'c.estate_id', scope.estateIds)} and ${ofUnits(ctx, 'c.unit_id', scope)} ${kinds ? sql`and ${kinds}` : sql``}`;
}

const pastMonths = (alias: string, months: number): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.day`)} > (${sql.ref(`${alias}.due_day`)} + make_interval(months => ${sql.lit(months)}))::date`;

/** The bucket of an open charge, as the law has it. @rule M-FEE-05 */
export const bucketOf = (alias: string): RawBuilder<string> => sql<string>`case
  when ${sql.ref(`${alias}.day`)} <= ${sql.ref(`${alias}.due_day`)} then 'NOT_DUE'
  when ${pastMonths(alias, AGEING_MONTHS.UP_TO_ONE_YEAR)} then 'OVER_ONE_YEAR'
  when ${pastMonths(alias, AGEING_MONTHS.UP_TO_TWO_MONTHS)} then 'UP_TO_ONE_YEAR' else 'UP_TO_TWO_MONTHS' end`;
