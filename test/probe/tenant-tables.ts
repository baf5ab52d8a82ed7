import type { TestDatabase } from '../support/test-database.js';

/** A table behind the fence, from the live catalogue: new tables are attacked by themselves. */
export interface TenantTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that holds the company. */
  readonly company: string;
}

/** Every table behind the fence. */
export async function tenantTables({ superuser }: TestDatabase): Promise<TenantTable[]> {
  const { rows } = await superuser.query<{ name: string; columns: string[] }>(`
    select c.relname as name,
           array(select attname::text from pg_attribute a
                  where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity order by 1`);
  return rows.map((row) => ({ ...row, company: row.columns.includes('company_id') ? 'company_id' : 'id' }));
}
