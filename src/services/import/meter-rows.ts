import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { MeterDraft } from '../../domain/import/meter-mapping.js';
import type { MeterKind } from '../../domain/meter/meter-words.js';
import { newId } from '../../entities/new-id.js';

/** A meter as it is to be. */
export interface MeterToWrite {
  readonly id: string;
  readonly isNew: boolean;
  readonly estateId: string;
  readonly unitId: string | null;
  readonly buildingId: string | null;
  readonly draft: MeterDraft;
}

/** A meter that hangs. */
interface HangingMeter {
  readonly id: string;
  readonly estateId: string;
  readonly kind: MeterKind;
  readonly serial: string;
}

const HANGING = `
select m.id, m.estate_id as "estateId", m.kind, m.serial
  from jsonb_to_recordset(?::jsonb) as w("estateId" uuid, kind text, serial text)
  join meter m on m.company_id = ? and m.estate_id = w."estateId" and m.kind = w.kind and m.serial = w.serial and m.removed_on is null`;

/** The meters that hang with these numbers. */
export const hangingMeters = (
  em: SqlEntityManager,
  companyId: string,
  asked: readonly Omit<HangingMeter, 'id'>[],
): Promise<HangingMeter[]> => em.execute(HANGING, [JSON.stringify(asked), companyId]);

const TOUCHED = `
select distinct r.meter_id as id from meter_reading r
 where r.company_id = ? and r.meter_id = any(array(select x::uuid from jsonb_array_elements_text(?::jsonb) as x)) and r.how <> 'INSTALLED'`;

/** Which of some meters were read since they were hung. */
export async function readSince(em: SqlEntityManager, companyId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(TOUCHED, [companyId, JSON.stringify(ids)]);
  return new Set(rows.map(({ id }) => id));
}

const COLUMNS = `id uuid, "estateId" uuid, "unitId" uuid, "buildingId" uuid, kind text, serial text, digits int, factor int, prepaid boolean,
       "baseMilli" bigint, "installedOn" date, "readingId" uuid`;
const INSERT = `
insert into meter (company_id, id, estate_id, unit_id, building_id, kind, serial, digits, factor, prepaid, base_milli, installed_on, version)
select ?, w.id, w."estateId", w."unitId", w."buildingId", w.kind, w.serial, w.digits, w.factor, w.prepaid, w."baseMilli", w."installedOn", 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;
const UPDATE = `
update meter m
   set unit_id = w."unitId", building_id = w."buildingId", kind = w.kind, serial = w.serial, digits = w.digits, factor = w.factor,
       prepaid = w.prepaid, base_milli = w."baseMilli", installed_on = w."installedOn", version = m.version + 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where m.company_id = ? and m.id = w.id`;
const NO_BASE = `
delete from meter_reading r using jsonb_to_recordset(?::jsonb) as w(${COLUMNS}) where r.company_id = ? and r.meter_id = w.id`;
/** Nobody of the house has read what a file says. */
const BASES = `
insert into meter_reading (company_id, id, estate_id, meter_id, unit_id, kind, read_on, how, value_milli, turns, state, hold_reasons,
                           recorded_at, read_at, version)
select ?, w."readingId", w."estateId", w.id, w."unitId", w.kind, w."installedOn", 'INSTALLED', w."baseMilli", 0, 'ACCEPTED', '{}',
       ?::timestamptz, ?::timestamptz, 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;

/** Writes meters with the readings at which counting begins; those that are there take what the file says now. */
export async function writeMeterRows(
  em: SqlEntityManager,
  companyId: string,
  meters: readonly MeterToWrite[],
  now: Date,
): Promise<void> {
  const rowsOf = (wanted: readonly MeterToWrite[]): string =>
    JSON.stringify(
      wanted.map(({ id, estateId, unitId, buildingId, draft }) => ({
        ...{ id, estateId, unitId, buildingId, readingId: newId() },
        ...{ ...draft, estate: undefined, building: undefined },
      })),
    );
  const [fresh, there] = [meters.filter(({ isNew }) => isNew), meters.filter(({ isNew }) => !isNew)];
  if (there.length > 0) {
    await em.execute(UPDATE, [rowsOf(there), companyId]);
    await em.execute(NO_BASE, [rowsOf(there), companyId]);
  }
  if (fresh.length > 0) await em.execute(INSERT, [companyId, rowsOf(fresh)]);
  if (meters.length > 0) await em.execute(BASES, [companyId, now, now, rowsOf(meters)]);
}
