import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { VisitDraft } from '../../domain/import/visit-mapping.js';
import { newId } from '../../entities/new-id.js';
import { takenLogins } from './staff-rows.js';

/** A visit as it is to be. */
export interface VisitToWrite {
  readonly id: string;
  readonly isNew: boolean;
  readonly estateId: string;
  readonly timeZone: string;
  /** The local day. */
  readonly day: string;
  readonly unitId: string;
  readonly customerId: string | null;
  readonly visitorId: string | null;
  readonly draft: VisitDraft;
}

/** What is looked up for the visits of a chunk. */
interface LookedUp {
  /** The cycle of what took place before the product, by estate. */
  readonly cycles: ReadonlyMap<string, string>;
  /** The occupancy in which the customer held the unit that day, by visit. @rule D-30 */
  readonly occupancies: ReadonlyMap<string, string>;
  readonly isQuiet: (visit: VisitToWrite) => boolean;
}

/** Who of the staff has these logins. */
export async function visitorsOf(
  em: SqlEntityManager,
  companyId: string,
  logins: readonly string[],
): Promise<Map<string, string>> {
  const taken = await takenLogins(em, companyId, [...new Set(logins)]);
  return new Map([...taken].filter(([, staffId]) => staffId !== ''));
}

const ERASED = `
select id from customer
 where company_id = ? and erased_at is not null and id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;

/** Which customers were erased: nothing is written about them again. @rule R-ARC-08 */
export async function erasedOf(em: SqlEntityManager, companyId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(ERASED, [companyId, JSON.stringify(ids)]);
  return new Set(rows.map(({ id }) => id));
}

const CYCLES = `
insert into visit_cycle (company_id, id, estate_id, number, seed, started_at, ended_at)
select ?, w.id, w."estateId", 0, w.id::text, ?::timestamptz, ?::timestamptz
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid)
    on conflict (company_id, estate_id, number) do nothing`;
const CYCLES_FOUND = `
select estate_id as "estateId", id from visit_cycle
 where company_id = ? and number = 0 and estate_id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;

/** The closed cycle number 0 of each estate, which holds what took place before the first draw. @rule R-VIS-09 */
export async function cyclesBefore(
  em: SqlEntityManager,
  companyId: string,
  estateIds: readonly string[],
  now: Date,
): Promise<Map<string, string>> {
  if (estateIds.length === 0) return new Map();
  const rows = estateIds.map((estateId) => ({ id: newId(), estateId }));
  await em.execute(CYCLES, [companyId, now.toISOString(), now.toISOString(), JSON.stringify(rows)]);
  type Row = { readonly estateId: string; readonly id: string };
  const found = await em.execute<Row[]>(CYCLES_FOUND, [companyId, JSON.stringify(estateIds)]);
  return new Map(found.map(({ estateId, id }) => [estateId, id]));
}

const OCCUPANCIES = `
select w.id, found.id as "occupancyId"
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "unitId" uuid, "customerId" uuid, "estateId" uuid, day date)
 cross join lateral (select o.id from occupancy o
                      where o.company_id = ? and o.estate_id = w."estateId" and o.unit_id = w."unitId"
                        and o.customer_id = w."customerId" and o.from_day <= w.day
                        and (o.until_day is null or o.until_day > w.day)
                      order by o.from_day desc limit 1) as found`;

/** In which occupancy the customers of visits held the units on their days: its resident sees the visit. @rule D-30 */
export async function occupanciesOf(
  em: SqlEntityManager,
  companyId: string,
  visits: readonly VisitToWrite[],
): Promise<Map<string, string>> {
  const asked = visits.flatMap(({ id, unitId, customerId, estateId, day }) =>
    customerId === null ? [] : [{ id, unitId, customerId, estateId, day }],
  );
  if (asked.length === 0) return new Map();
  type Row = { readonly id: string; readonly occupancyId: string };
  const rows = await em.execute<Row[]>(OCCUPANCIES, [JSON.stringify(asked), companyId]);
  return new Map(rows.map(({ id, occupancyId }) => [id, occupancyId]));
}

const FACTS = {
  unit_id: 'uuid',
  customer_id: 'uuid',
  occupancy_id: 'uuid',
  mode: 'text',
  visitor_id: 'uuid',
  visited_at: 'timestamptz',
  in_quiet_hours: 'boolean',
  signature: 'text',
  satisfaction: 'text',
} as const;
const NAMES = Object.keys(FACTS);
const COLUMNS = [
  'id uuid',
  'estate_id uuid',
  'cycle_id uuid',
  ...Object.entries(FACTS).map((fact) => fact.join(' ')),
].join(', ');
const OF_ROW = NAMES.map((name) => `w.${name}`).join(', ');

const INSERT = `
insert into owner_visit (company_id, id, estate_id, cycle_id, organiser, stage, sampled, unannounced, repeated, by_other_post,
                         counts, version, ${NAMES.join(', ')})
select ?, w.id, w.estate_id, w.cycle_id, 'ESTATE', 'REVIEWED', false, false, false, false, false, 1, ${OF_ROW}
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;
const UPDATE = `
update owner_visit v set (version, ${NAMES.join(', ')}) = row (v.version + 1, ${OF_ROW})
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where v.company_id = ? and v.id = w.id`;
const CLEAR = `
delete from visit_item where company_id = ? and visit_id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;
const ITEMS = `
insert into visit_item (company_id, id, estate_id, visit_id, occupancy_id, position, topic, kind, text, feedback_owed, route)
select ?, w.id, w."estateId", w."visitId", w."occupancyId", 1, w.topic, w.kind, w.text, false, 'NOTED'
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid, "visitId" uuid, "occupancyId" uuid, topic text, kind text, text text)`;

/** Writes visits and what was said on them; changed ones say what the file says now. */
export async function upsertVisits(
  em: SqlEntityManager,
  companyId: string,
  visits: readonly VisitToWrite[],
  { cycles, occupancies, isQuiet }: LookedUp,
): Promise<void> {
  const rowsOf = (isNew: boolean) =>
    visits
      .filter((visit) => visit.isNew === isNew)
      .map((visit) => ({
        ...{ id: visit.id, estate_id: visit.estateId, cycle_id: cycles.get(visit.estateId) },
        ...{ unit_id: visit.unitId, customer_id: visit.customerId, occupancy_id: occupancies.get(visit.id) ?? null },
        ...{ mode: visit.draft.mode, visitor_id: visit.visitorId, in_quiet_hours: isQuiet(visit) },
        visited_at: new Date(visit.draft.visitedAt).toISOString(),
        ...{ signature: visit.draft.signature, satisfaction: visit.draft.satisfaction },
      }));
  const [fresh, stale] = [rowsOf(true), rowsOf(false)];
  if (fresh.length > 0) await em.execute(INSERT, [companyId, JSON.stringify(fresh)]);
  if (stale.length > 0) {
    await em.execute(UPDATE, [JSON.stringify(stale), companyId]);
    await em.execute(CLEAR, [companyId, JSON.stringify(stale.map(({ id }) => id))]);
  }
  const items = visits.flatMap(({ id: visitId, estateId, draft: { said } }) =>
    said === null ? [] : [{ id: newId(), estateId, visitId, occupancyId: occupancies.get(visitId) ?? null, ...said }],
  );
  if (items.length > 0) await em.execute(ITEMS, [companyId, JSON.stringify(items)]);
}
