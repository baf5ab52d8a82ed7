import type { TestHouse } from '../support/test-house.js';

/** Every id of every row of a tenant table that a condition names, by table. */
export type VictimIds = ReadonlyMap<string, readonly string[]>;

interface TableRow {
  readonly table: string;
  readonly columns: string[];
}

/** Tables with a company and what columns they have, from the live catalogue: new tables are victims by themselves. */
async function tenantTables(house: TestHouse): Promise<TableRow[]> {
  const { rows } = await house.database.superuser.query<TableRow>(`
    select table_name as table, array_agg(column_name::text) as columns
      from information_schema.columns where table_schema = 'public' group by 1
    having bool_or(column_name = 'company_id') order by 1`);
  return rows;
}

/** Ids of all rows of a company, or of one of its estates. */
export async function idsOf(house: TestHouse, companyId: string, estateId: string | null): Promise<VictimIds> {
  const found = new Map<string, string[]>();
  for (const { table, columns } of await tenantTables(house)) {
    if (!columns.includes('id')) continue;
    if (estateId !== null && !columns.includes('estate_id')) continue;
    const { rows } = await house.database.superuser.query<{ id: string }>(
      `select id from ${table} where company_id = $1 and ($2::uuid is null or ${columns.includes('estate_id') ? 'estate_id = $2' : 'true'}) order by id`,
      [companyId, estateId],
    );
    found.set(
      table,
      rows.map((row) => row.id),
    );
  }
  found.set('estate', estateId ? [estateId] : (found.get('estate') ?? []));
  if (estateId === null) found.set('company', [companyId]);
  return found;
}

/** A fingerprint of every row of a company, by table: what an attack must not change. */
export async function fingerprintOf(house: TestHouse, companyId: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { table } of await tenantTables(house)) {
    const { rows } = await house.database.superuser.query<{ print: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as print from ${table} t where company_id = $1`,
      [companyId],
    );
    prints[table] = rows[0]?.print ?? '';
  }
  return prints;
}
