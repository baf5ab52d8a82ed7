import { sql } from 'kysely';
import { invalidInput } from '../../domain/errors.js';
import type { PaymentMethod } from '../../domain/ledger/payment-method.js';
import type { Currency } from '../../domain/money/money.js';
import { assertDay } from '../../domain/place/plausible-day.js';
import { sqlFor } from '../../tenancy/read/tables.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { knownBefore } from '../ledger/as-of.js';
import { onEstates } from './collection-scope.js';

/** Of which days of the books, half-open. */
interface IncomeWanted {
  readonly estateIds?: readonly string[] | null;
  readonly from: string;
  readonly until: string;
  readonly asKnownOn?: string | null;
}

/** What came in by one method. */
export interface IncomeRow {
  readonly estateId: string;
  readonly method: PaymentMethod;
  readonly currency: Currency;
  readonly payments: number;
  readonly receivedMinor: number;
  readonly channelFeesMinor: number;
}

/**
 * What came in on some days, by estate, method and currency: gross, and what the channels have kept of it. What was taken
 * back is not in it.
 * @rule M-FEE-08 @rule R-CSH-04
 * @throws FORBIDDEN when the asker asks about collection nowhere
 * @throws INVALID_INPUT for days that are no period
 */
export function incomeFigures(ctx: RequestContext, wanted: IncomeWanted): Promise<IncomeRow[]> {
  const { from, until, asKnownOn = null } = wanted;
  for (const [path, day] of Object.entries({ from, until, asKnownOn })) if (day !== null) assertDay(path, day);
  if (until <= from) throw invalidInput('until', 'must lie after from');
  const { companyId } = ctx.asker;
  const known = knownBefore({ asKnownOn });
  const counts = sql`p.company_id = ${companyId} and ${onEstates(ctx, 'p.estate_id', wanted.estateIds)}
     and p.booked_day >= ${from}::date and p.booked_day < ${until}::date and p.recorded_at < ${known}
     and (p.reversed_at is null or p.reversed_at >= ${known})`;
  return ctx.moment.read(
    sql<IncomeRow>`
      select i.estate_id as "estateId", i.method, i.currency, sum(i.payments)::bigint as payments,
             sum(i.received)::bigint as "receivedMinor", sum(i.fees)::bigint as "channelFeesMinor"
        from (select p.estate_id, p.method, p.currency, count(*) as payments, sum(p.amount_minor) as received, 0 as fees
                from payment p join estate z on z.company_id = p.company_id and z.id = p.estate_id
               where ${counts} group by 1, 2, 3
               union all
              select p.estate_id, p.method, p.currency, 0, 0, sum(e.amount_minor)
                from ledger_entry e join payment p on p.company_id = e.company_id and p.id = e.payment_id
                join estate z on z.company_id = p.company_id and z.id = p.estate_id
               where e.company_id = ${companyId} and ${onEstates(ctx, 'e.estate_id', wanted.estateIds)} and e.kind = 'CHANNEL_FEE'
                 and e.booked_day >= ${from}::date and e.booked_day < ${until}::date and ${counts} group by 1, 2, 3) i
        join estate z on z.company_id = ${companyId} and z.id = i.estate_id
       group by z.code, i.estate_id, i.method, i.currency
       order by z.code, i.estate_id, i.method, i.currency`.compile(sqlFor),
  );
}
