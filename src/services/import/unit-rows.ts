import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { UnitDraft } from '../../domain/import/unit-mapping.js';
import type { UnitUse } from '../../domain/place/unit-use.js';
import { newId } from '../../entities/new-id.js';

/** A unit as it is to be; `id` of the one that is there already. */
export interface UnitToWrite {
  readonly id: string | null;
  readonly estateId: string;
  readonly buildingId: string;
  readonly code: string;
  readonly use: UnitUse;
  readonly areaMilli: number | null;
  readonly deliveredOn: string | null;
  readonly draft: UnitDraft;
}

type WrittenUnit = UnitToWrite & { readonly id: string };

const COLUMNS = 'id uuid, "estateId" uuid, "buildingId" uuid, code text, use text, "areaMilli" int, "deliveredOn" date';

const INSERT = `
insert into unit (company_id, id, estate_id, building_id, code, use, charge_area_milli, delivered_on)
select ?, w.id, w."estateId", w."buildingId", w.code, w.use, w."areaMilli", w."deliveredOn"
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;

/** An area or a delivery that the file does not say stays. */
const UPDATE = `
update unit u
   set building_id = w."buildingId", code = w.code, use = w.use, charge_area_milli = coalesce(w."areaMilli", u.charge_area_milli),
       delivered_on = coalesce(w."deliveredOn", u.delivered_on)
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where u.company_id = ? and u.id = w.id`;

/** Writes units, new ones with an id of their own. @returns them with their ids */
export async function upsertUnits(
  em: SqlEntityManager,
  companyId: string,
  units: readonly UnitToWrite[],
): Promise<WrittenUnit[]> {
  const written = units.map((unit): WrittenUnit => ({ ...unit, id: unit.id ?? newId() }));
  const rowsOf = (wanted: (unit: UnitToWrite) => boolean): string =>
    JSON.stringify(
      written.filter((_, i) => wanted(units[i] as UnitToWrite)).map((unit) => ({ ...unit, draft: undefined })),
    );
  if (units.some(({ id }) => id !== null)) await em.execute(UPDATE, [rowsOf(({ id }) => id !== null), companyId]);
  if (units.some(({ id }) => id === null)) await em.execute(INSERT, [companyId, rowsOf(({ id }) => id === null)]);
  return written;
}

/** What was recorded here for a day stands against the file. */
const STATES = `
insert into unit_state (company_id, unit_id, from_day, estate_id, state)
select ?, w.id, w."fromDay", w."estateId", w.state
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "fromDay" date, "estateId" uuid, state text)
    on conflict (company_id, unit_id, from_day) do update set state = excluded.state
 where not exists (select 1 from event e
                    where e.company_id = unit_state.company_id and e.subject_id = unit_state.unit_id
                      and e.type = 'place.UNIT_STATE_RECORDED' and e.facts->>'fromDay' = unit_state.from_day::text)`;

/** Records the states that rows say. @rule D-28 */
export async function recordStates(
  em: SqlEntityManager,
  companyId: string,
  units: readonly WrittenUnit[],
): Promise<void> {
  const rows = units.flatMap(({ id, estateId, draft: { state } }) =>
    state ? [{ id, estateId, fromDay: state.fromDay, state: state.is }] : [],
  );
  if (rows.length > 0) await em.execute(STATES, [companyId, JSON.stringify(rows)]);
}
