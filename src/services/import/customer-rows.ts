import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';

/** A customer as the file describes it. */
export interface CustomerToWrite {
  readonly id: string;
  readonly estateId: string;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly phone: string | null;
  readonly hash: string;
  readonly change: 'NEW' | 'CHANGED' | 'NONE';
}

const COLUMNS = 'id uuid, "estateId" uuid, kind text, name text, phone text';

const INSERT = `
insert into customer (company_id, id, estate_id, kind, name, phone, created_at, version)
select ?, w.id, w."estateId", w.kind, w.name, w.phone, ?::timestamptz, 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;

const UPDATE = `
update customer c set kind = w.kind, name = w.name, phone = w.phone, version = c.version + 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where c.company_id = ? and c.id = w.id`;

/** Writes customers that are new or have changed. */
export async function upsertCustomers(
  em: SqlEntityManager,
  companyId: string,
  customers: readonly CustomerToWrite[],
  now: Date,
): Promise<void> {
  const rowsOf = (change: CustomerToWrite['change']): CustomerToWrite[] =>
    customers.filter((customer) => customer.change === change);
  const [fresh, stale] = [rowsOf('NEW'), rowsOf('CHANGED')];
  if (fresh.length > 0) await em.execute(INSERT, [companyId, now.toISOString(), JSON.stringify(fresh)]);
  if (stale.length > 0) await em.execute(UPDATE, [JSON.stringify(stale), companyId]);
}
