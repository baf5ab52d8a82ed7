import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { newId } from '../../entities/new-id.js';

/** A unit that a row names; null in all of a mapping that knows no buildings, so that any of the estate may hold it. */
export interface WantedUnit {
  readonly estateId: string;
  readonly buildingId: string | null;
  readonly code: string;
}

/** The ids of units (several where the building is not known), and the estates of the new ones, one entry a unit. */
export interface FoundUnits {
  readonly idsOf: (wanted: WantedUnit) => readonly string[];
  readonly created: readonly string[];
}

/**
 * One look into the index a unit: without `offset 0` a planner that has no statistics yet, as in a first import, comes to
 * read all units of the estate for each.
 */
const SELECT = (building: string): string => `
select found.id, w."estateId", w."buildingId", w.code
  from jsonb_to_recordset(?::jsonb) as w("estateId" uuid, "buildingId" uuid, code text)
 cross join lateral (select u.id from unit u
                      where u.company_id = ? and u.estate_id = w."estateId" and u.code = w.code ${building} offset 0) as found`;
const IN_BUILDING = SELECT('and u.building_id = w."buildingId"');
const IN_ESTATE = SELECT('');

const INSERT = `
insert into unit (company_id, id, estate_id, building_id, code, use)
select ?, w.id, w."estateId", w."buildingId", w.code, ?
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid, "buildingId" uuid, code text)
    on conflict (company_id, estate_id, building_id, code) do nothing
returning id, estate_id as "estateId", building_id as "buildingId", code`;

interface Row extends WantedUnit {
  readonly id: string;
}
const keyOf = (unit: WantedUnit): string => `${unit.estateId}/${unit.buildingId ?? ''}/${unit.code}`;

/** Finds units by building and code, and creates the missing ones with the given use; null creates none. */
export async function findUnits(
  em: SqlEntityManager,
  companyId: string,
  wanted: readonly WantedUnit[],
  create: UnitUse | null,
): Promise<FoundUnits> {
  const asked = new Map(wanted.map((unit) => [keyOf(unit), unit]));
  const ids = new Map<string, string[]>();
  const created: string[] = [];
  const learn = (rows: readonly Row[]): void => {
    for (const row of rows) ids.set(keyOf(row), [...(ids.get(keyOf(row)) ?? []), row.id]);
  };
  const missing = (): WantedUnit[] => [...asked].flatMap(([key, unit]) => (ids.has(key) ? [] : [unit]));
  const statement = wanted.some(({ buildingId }) => buildingId === null) ? IN_ESTATE : IN_BUILDING;
  const select = (): Promise<Row[]> => em.execute(statement, [JSON.stringify(missing()), companyId]);
  if (asked.size > 0) learn(await select());
  if (create !== null && missing().length > 0) {
    const rows = missing().map((unit) => ({ id: newId(), ...unit }));
    const made = await em.execute<Row[]>(INSERT, [companyId, create, JSON.stringify(rows)]);
    learn(made);
    created.push(...made.map((row) => row.estateId));
    if (missing().length > 0) learn(await select());
  }
  return { idsOf: (unit) => ids.get(keyOf(unit)) ?? [], created };
}
