import { sql, type RawBuilder } from 'kysely';
import { RATED_KINDS, type CollectionDimension } from '../../domain/collection/collection-scope.js';
import type { Currency } from '../../domain/money/money.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, knownBefore, type AsOf } from '../ledger/as-of.js';
import { CHARGED } from './charged.js';
import type { CollectionOfCharges, CollectionWanted } from './collection-row.js';
import { isNow, ofUnits, onEstates } from './collection-scope.js';
import { laterLines } from './later-lines.js';

const COLUMNS: Readonly<Record<CollectionDimension, readonly [string, string, string]>> = {
  ESTATE: ['c.estate_id', 'estateId', 'uuid'],
  MONTH: [`date_trunc('month', c.from_day::timestamp)::date`, 'month', 'date'],
  KIND: ['c.kind', 'kind', 'text'],
  BUILDING: ['u.building_id', 'buildingId', 'uuid'],
  STEWARD: ['sb.staff_id', 'stewardId', 'uuid'],
};
const DIMENSIONS = Object.keys(COLUMNS) as CollectionDimension[];

/**
 * What was charged for months, without what was let off, and what payments have settled of the very same charges at the end
 * of a day, as known on another: sums by currency and what is told apart. What is not due on that day is on neither side.
 * A building with two stewards counts for each. Reads every charge of the months.
 * @param notIn without the charges in this currency
 * @rule M-FEE-01 @rule M-FEE-02 @rule M-FEE-03
 * @throws FORBIDDEN when the asker asks about collection nowhere
 */
export function collectionOfCharges(
  ctx: RequestContext,
  wanted: CollectionWanted,
  asOf: AsOf,
  notIn: Currency | null = null,
): Promise<CollectionOfCharges[]> {
  const told = DIMENSIONS.filter((dimension) => wanted.by.includes(dimension));
  const shown = (dimension: CollectionDimension, from: (dimension: CollectionDimension) => RawBuilder<unknown>) =>
    told.includes(dimension) ? from(dimension) : sql.raw(`null::${COLUMNS[dimension][2]}`);
  const name = (dimension: CollectionDimension) => sql.ref(COLUMNS[dimension][1]);
  const select = (from: (dimension: CollectionDimension) => RawBuilder<unknown>) =>
    sql.join(DIMENSIONS.map((dimension) => sql`${shown(dimension, from)} as ${name(dimension)}`));
  const groups = sql.join([...DIMENSIONS.map((_, at) => sql.raw(String(at + 1))), sql.raw('6')]);
  return ctx.moment.read(
    sql<CollectionOfCharges>`
      ${isNow(asOf) ? sql`` : sql`with later as (${laterLines(ctx, asOf, (column) => onEstates(ctx, column, wanted.estateIds))})`}
      select ${select((dimension) => sql`h.${name(dimension)}`)}, h.currency, sum(h.charged)::bigint as "chargedMinor",
             sum(h.paid)::bigint as "collectedMinor", count(*) filter (where h.charged > 0) as households,
             count(*) filter (where h.charged > 0 and h.paid >= h.charged) as "paidHouseholds"
        from (select ${select((dimension) => sql.raw(COLUMNS[dimension][0]))}, c.currency, c.payer_id, c.unit_id,
                     sum(c.charged) as charged, sum(c.paid) as paid
                from (${linesOf(ctx, wanted, asOf, notIn)}) c ${placesOf(ctx, told)}
               group by ${groups}, c.payer_id, c.unit_id) h
       group by ${groups}
       order by ${groups}`.compile(sqlFor),
  );
}

function linesOf(
  ctx: RequestContext,
  wanted: CollectionWanted,
  asOf: AsOf,
  notIn: Currency | null,
): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const day = dayAsked(ctx, asOf);
  const kinds = [...(wanted.kinds ?? RATED_KINDS)];
  const then = isNow(asOf)
    ? { join: sql``, charged: CHARGED, paid: sql`c.paid_minor`, known: sql`true` }
    : {
        join: sql`left join later l on l.charge_id = c.id`,
        charged: sql`${CHARGED} - coalesce(l.charged_effect, 0)`,
        paid: sql`c.paid_minor - coalesce(l.paid_effect, 0)`,
        known: sql`c.booked_day <= ${day} and c.recorded_at < ${knownBefore(asOf)}`,
      };
  return sql`
    select c.estate_id, c.unit_id, c.payer_id, c.kind, c.from_day, c.currency, ${then.charged} as charged, ${then.paid} as paid
      from charge c join estate z on z.company_id = c.company_id and z.id = c.estate_id ${then.join}
     where c.company_id = ${companyId} and z.company_id = ${companyId} and ${onEstates(ctx, 'c.estate_id', wanted.estateIds)}
       and c.from_day >= ${wanted.fromMonth}::date and c.from_day < ${wanted.untilMonth}::date
       and c.kind = any(${kinds}::text[]) and c.due_day < ${day} and ${then.known} and ${ofUnits(ctx, 'c.unit_id', wanted)}
       ${notIn === null ? sql`` : sql`and c.currency <> ${notIn}`}`;
}

function placesOf(ctx: RequestContext, told: readonly CollectionDimension[]): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const byStewards = told.includes('STEWARD');
  if (!byStewards && !told.includes('BUILDING')) return sql``;
  return sql`left join unit u on u.company_id = ${companyId} and u.id = c.unit_id
    ${byStewards ? sql`left join steward_building sb on sb.company_id = ${companyId} and sb.building_id = u.building_id` : sql``}`;
}
