import { sql, type RawBuilder } from 'kysely';
import type { RequestContext } from '../../tenancy/request-context.js';
import { dayAsked, knownBefore, type AsOf } from '../ledger/as-of.js';
import { onEstates, type CollectionScope } from './collection-scope.js';

/**
 * The ids of the charges that were disputed at the end of a day, as known on another: those that a dispute names, or all
 * overdue ones of its debtor where it names none; from the day that it began until it was released or its case closed.
 * @rule M-FEE-05 @rule D-13
 */
export function disputedCharges(ctx: RequestContext, scope: CollectionScope, asOf: AsOf): RawBuilder<unknown> {
  const { companyId } = ctx.asker;
  const day = dayAsked(ctx, asOf);
  const known = knownBefore(asOf);
  const after = (at: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql<boolean>`(${at} is null or ${at} >= ${known} or (${at} at time zone z.time_zone)::date > ${day})`;
  return sql`(
    select g.id from dunning_hold d
      join estate z on z.company_id = d.company_id and z.id = d.estate_id
      join dunning_case k on k.company_id = d.company_id and k.id = d.case_id
      join charge g on g.company_id = k.company_id and g.payer_id = k.payer_id and g.currency = k.currency
       and g.unit_id is not distinct from k.unit_id and case when d.charge_id is null then g.due_day < ${day} else g.id = d.charge_id end
     where d.company_id = ${companyId} and z.company_id = ${companyId} and k.company_id = ${companyId} and g.company_id = ${companyId}
       and d.kind = 'DISPUTED' and ${onEstates(ctx, 'd.estate_id', scope.estateIds)}
       and d.from_day <= ${day} and d.begun_at < ${known}
       and ${after(sql`d.released_at`)} and ${after(sql`k.closed_at`)})`;
}
