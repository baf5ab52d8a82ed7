import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../entities/new-id.js';

/** A building that a row names. */
interface WantedBuilding {
  readonly estateId: string;
  readonly code: string;
  readonly name: string;
}

/** The ids of buildings, and the estates of the new ones, one entry a building. */
export interface FoundBuildings {
  readonly idOf: (estateId: string, code: string) => string | undefined;
  readonly created: readonly string[];
}

/** One look into the index a building, also where the planner has no statistics yet. */
const SELECT = `
select found.id, w."estateId", w.code
  from jsonb_to_recordset(?::jsonb) as w("estateId" uuid, code text)
 cross join lateral (select b.id from building b
                      where b.company_id = ? and b.estate_id = w."estateId" and b.code = w.code offset 0) as found`;

const INSERT = `
insert into building (company_id, id, estate_id, code, name)
select ?, w.id, w."estateId", w.code, w.name
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid, code text, name text)
    on conflict (company_id, estate_id, code) do nothing
returning id, estate_id as "estateId", code`;

interface Row {
  readonly id: string;
  readonly estateId: string;
  readonly code: string;
}
const keyOf = (estateId: string, code: string): string => `${estateId}/${code}`;

/** Finds buildings by estate and code, and creates the missing ones if asked. */
export async function findBuildings(
  em: SqlEntityManager,
  companyId: string,
  wanted: readonly WantedBuilding[],
  create: boolean,
): Promise<FoundBuildings> {
  const asked = new Map(wanted.map((building) => [keyOf(building.estateId, building.code), building]));
  const ids = new Map<string, string>();
  const created: string[] = [];
  const learn = (rows: readonly Row[]): void => {
    for (const row of rows) ids.set(keyOf(row.estateId, row.code), row.id);
  };
  const missing = (): WantedBuilding[] => [...asked].flatMap(([key, building]) => (ids.has(key) ? [] : [building]));
  const select = (): Promise<Row[]> => em.execute(SELECT, [JSON.stringify(missing()), companyId]);
  if (asked.size > 0) learn(await select());
  if (create && missing().length > 0) {
    const rows = missing().map((building) => ({ id: newId(), ...building }));
    const made = await em.execute<Row[]>(INSERT, [companyId, JSON.stringify(rows)]);
    learn(made);
    created.push(...made.map((row) => row.estateId));
    if (missing().length > 0) learn(await select());
  }
  return { idOf: (estateId, code) => ids.get(keyOf(estateId, code)), created };
}
