import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { AIMED_KINDS } from '../../domain/collection/collection-scope.js';
import { assertMonths, type MonthPeriod } from '../../domain/collection/target-period.js';
import { isId } from '../../domain/id.js';
import { columns, sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { byId } from '../by-id.js';
import { dayAsked, knownBefore, type AsOf } from '../ledger/as-of.js';
import { inReach } from '../reach.js';
import { assertAsOf, onEstates } from './collection-scope.js';

/** Targets by id; null where the asker asks about collection nowhere near them. */
export const targetById = (ctx: RequestContext) =>
  ctx.moment.once(targetById, () =>
    byId((ids) => {
      const targets = sqlFor
        .selectFrom('collection_target as t')
        .select(
          columns(
            't',
            'id',
            'estate_id',
            'steward_id',
            'kind',
            'from_month',
            'until_month',
            'amount_minor',
            'currency',
            'set_by',
            'set_at',
            'version',
          ),
        )
        .where('t.company_id', '=', ctx.asker.companyId)
        .where(sql<boolean>`t.id = any(${ids}::uuid[])`);
      const reach = inReach(ctx, 'fee.report', 't.estate_id');
      return ctx.moment.read(reach ? targets.where(reach) : targets);
    }),
  );

type StoredTarget = NonNullable<Awaited<ReturnType<ReturnType<typeof targetById>['load']>>>;

/** A target with the question that found it. */
export interface TargetRow extends StoredTarget {
  readonly asked: AsOf;
}

interface TargetsWanted extends MonthPeriod {
  readonly estateIds?: readonly string[] | null;
  readonly stewardIds?: readonly string[] | null;
}

/**
 * The targets that touch some months, as they were known on a day: of each the version that held, by estate and steward.
 * @rule R-FEE-05 @rule R-ORG-35
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for months that are no period
 */
export async function targetsOf(ctx: RequestContext, wanted: TargetsWanted, asked: AsOf): Promise<TargetRow[]> {
  assertAsOf(asked);
  assertMonths(wanted, 'filter');
  const { companyId } = ctx.asker;
  const stewards = wanted.stewardIds ? sql`and t.steward_id = any(${wanted.stewardIds.filter(isId)}::uuid[])` : sql``;
  const found = await ctx.moment.read(
    sql<StoredTarget>`
      select t.id, t.estate_id as "estateId", t.steward_id as "stewardId", t.kind, t.from_month as "fromMonth", t.until_month as "untilMonth",
             t.amount_minor as "amountMinor", t.currency, t.set_by as "setBy", t.set_at as "setAt", t.version
        from (select distinct on (t.estate_id, t.from_month, t.until_month, t.steward_id, t.kind) t.*, z.code
                from collection_target t join estate z on z.company_id = t.company_id and z.id = t.estate_id
               where t.company_id = ${companyId} and ${onEstates(ctx, 't.estate_id', wanted.estateIds)}
                 and t.from_month < ${wanted.untilMonth}::date and t.until_month > ${wanted.fromMonth}::date
                 and t.set_at < ${knownBefore(asked)} ${stewards}
               order by t.estate_id, t.from_month, t.until_month, t.steward_id, t.kind, t.version desc) t
       order by t.code, t.estate_id, t.from_month, t.until_month, t.steward_id nulls first, t.kind nulls first`.compile(
      sqlFor,
    ),
  );
  return found.map((target) => ({ ...target, asked }));
}

/**
 * What payments have settled in the months of targets, up to a day and as known on another, less what was taken back: of the
 * charges of the steward's buildings, or of the whole estate.
 * @rule M-FEE-07
 */
export function collectedFor(ctx: RequestContext, asked: AsOf): DataLoader<string, number> {
  const { companyId } = ctx.asker;
  return ctx.moment.once(`collectedFor/${asked.on ?? ''}/${asked.asKnownOn ?? ''}`, () => {
    return new DataLoader<string, number>(async (ids) => {
      const found = await ctx.moment.read(
        sql<{ readonly id: string; readonly collected: number }>`
          select t.id, -sum(e.charge_effect_minor)::bigint as collected
            from collection_target t join estate z on z.company_id = t.company_id and z.id = t.estate_id
            join ledger_entry e on e.company_id = ${companyId} and e.estate_id = t.estate_id and e.kind = 'ALLOCATION'
             and e.booked_day >= t.from_month and e.booked_day < t.until_month and e.booked_day <= ${dayAsked(ctx, asked)}
             and e.recorded_at < ${knownBefore(asked)} and e.currency = t.currency
            join charge c on c.company_id = ${companyId} and c.id = e.charge_id
             and (c.kind = t.kind or t.kind is null and c.kind = any(${[...AIMED_KINDS]}::text[]))
           where t.company_id = ${companyId} and t.id = any(${ids}::uuid[])
             and (t.steward_id is null or exists (select 1 from unit u join steward_building sb on sb.company_id = ${companyId}
               and sb.building_id = u.building_id and sb.staff_id = t.steward_id where u.company_id = ${companyId} and u.id = c.unit_id))
           group by t.id`.compile(sqlFor),
      );
      const sums = new Map(found.map(({ id, collected }) => [id, collected]));
      return ids.map((id) => sums.get(id) ?? 0);
    });
  });
}
