import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { BalanceDraft } from '../../domain/import/balance-mapping.js';
import { nextMonthOf } from '../../domain/charge/charge-period.js';
import type { Currency } from '../../domain/money/money.js';

/** A balance as it is to be. */
export interface BalanceToWrite {
  readonly id: string;
  readonly estateId: string;
  readonly unitId: string;
  readonly payerId: string;
  readonly currency: Currency;
  readonly draft: BalanceDraft;
}

const OWNERS = `
select w.unit_id as "unitId", found.customer_id as "customerId"
  from jsonb_array_elements_text(?::jsonb) as j(id) cross join lateral (select j.id::uuid as unit_id) w
 cross join lateral (select o.customer_id from occupancy o join customer k on k.company_id = o.company_id and k.id = o.customer_id
                      where o.company_id = ? and o.unit_id = w.unit_id and o.capacity = 'OWNER' and k.erased_at is null
                        and o.from_day <= ?::date and (o.until_day is null or o.until_day > ?::date)
                      order by o.from_day desc, o.id limit 1) as found`;
const STANDING = `
select id from customer where company_id = ? and erased_at is null and id = any(array(select x::uuid from jsonb_array_elements_text(?::jsonb) as x))`;

interface Payers {
  /** Who owned a unit on the day. */
  readonly ofUnit: (unitId: string) => string | undefined;
  /** A customer, unless erased. */
  readonly standing: (id: string | undefined) => string | undefined;
}

/** Who owes and has paid: the owners of units on a day, and of customers those whose data stand. @rule Q-31 */
export async function payersOf(
  em: SqlEntityManager,
  companyId: string,
  asked: { readonly openedOn: string; readonly units: readonly string[]; readonly customerIds: readonly string[] },
): Promise<Payers> {
  const { openedOn } = asked;
  const found = await em.execute<{ unitId: string; customerId: string }[]>(OWNERS, [
    JSON.stringify([...new Set(asked.units)]),
    companyId,
    openedOn,
    openedOn,
  ]);
  const standing = await em.execute<{ id: string }[]>(STANDING, [companyId, JSON.stringify(asked.customerIds)]);
  const owners = new Map(found.map(({ unitId, customerId }) => [unitId, customerId]));
  const ids = new Set(standing.map(({ id }) => id));
  return {
    ofUnit: (unitId) => owners.get(unitId),
    standing: (id) => (id !== undefined && ids.has(id) ? id : undefined),
  };
}

const CHARGES = `
insert into charge (company_id, id, estate_id, payer_id, unit_id, kind, source, from_day, until_day, due_day, amount_minor, currency,
                    booked_day, recorded_at, open_minor, paid_minor, last_day, version)
select ?, r.id, r."estateId", r."payerId", r."unitId", r.kind, 'OPENING', r."fromDay", r."untilDay", r."dueDay", r."amountMinor", r.currency,
       ?::date, ?::timestamptz, r."amountMinor", 0, ?::date, 1
  from jsonb_to_recordset(?::jsonb) as r(id uuid, "estateId" uuid, "payerId" uuid, "unitId" uuid, kind text, "fromDay" date,
       "untilDay" date, "dueDay" date, "amountMinor" bigint, currency text)`;
const PAYMENTS = `
insert into payment (company_id, id, estate_id, payer_id, unit_id, method, amount_minor, currency, booked_day, recorded_at, free_minor,
                     last_day, version)
select ?, r.id, r."estateId", r."payerId", r."unitId", r.method, r."amountMinor", r.currency, ?::date, ?::timestamptz, r."amountMinor",
       ?::date, 1
  from jsonb_to_recordset(?::jsonb) as r(id uuid, "estateId" uuid, "payerId" uuid, "unitId" uuid, method text, "amountMinor" bigint,
       currency text)`;

/** Writes charges and payments as they stood on the day on which the books begin. */
export async function insertBalances(
  em: SqlEntityManager,
  companyId: string,
  openedOn: string,
  balances: readonly BalanceToWrite[],
  now: Date,
): Promise<void> {
  const rows = balances.map(({ draft: { is, kind, method, amountMinor, fromDay, dueDay }, ...row }) => ({
    ...{ ...row, is, kind, method, amountMinor, fromDay, dueDay, untilDay: nextMonthOf(fromDay) },
  }));
  for (const [is, text] of [
    ['ARREARS', CHARGES],
    ['PREPAID', PAYMENTS],
  ] as const) {
    const wanted = rows.filter((row) => row.is === is);
    if (wanted.length > 0) await em.execute(text, [companyId, openedOn, now, openedOn, JSON.stringify(wanted)]);
  }
}
