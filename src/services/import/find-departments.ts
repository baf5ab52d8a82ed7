import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../entities/new-id.js';

/** A department that a row names; null in `estateId` is the company's own. */
interface WantedDepartment {
  readonly estateId: string | null;
  readonly code: string;
  readonly name: string;
}

/** The ids of departments, and how many are new. */
interface FoundDepartments {
  readonly idOf: (estateId: string | null, code: string) => string | undefined;
  readonly created: number;
}

const SELECT = `
select d.id, d.estate_id as "estateId", d.code from department d
 where d.company_id = ? and d.code = any(array(select jsonb_array_elements_text(?::jsonb)))`;

const INSERT = `
insert into department (company_id, id, estate_id, code, name, version)
select ?, w.id, w."estateId", w.code, w.name, 1
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid, code text, name text)`;

/** Finds departments by estate and code, and creates the missing ones if asked. */
export async function findDepartments(
  em: SqlEntityManager,
  companyId: string,
  wanted: readonly WantedDepartment[],
  create: boolean,
): Promise<FoundDepartments> {
  const keyOf = (estateId: string | null, code: string): string => `${estateId ?? ''}/${code}`;
  const asked = new Map(wanted.map((each) => [keyOf(each.estateId, each.code), each]));
  const ids = new Map<string, string>();
  type Row = Omit<WantedDepartment, 'name'> & { readonly id: string };
  const codes = JSON.stringify([...new Set(wanted.map(({ code }) => code))]);
  const rows = asked.size > 0 ? await em.execute<Row[]>(SELECT, [companyId, codes]) : [];
  for (const row of rows) ids.set(keyOf(row.estateId, row.code), row.id);
  const missing = create ? [...asked].filter(([key]) => !ids.has(key)) : [];
  const made = missing.map(([key, each]) => ({ key, id: newId(), ...each }));
  if (made.length > 0) await em.execute(INSERT, [companyId, JSON.stringify(made)]);
  for (const { key, id } of made) ids.set(key, id);
  return { idOf: (estateId, code) => ids.get(keyOf(estateId, code)), created: made.length };
}
