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
  /** The cycle that was under way when it took place, or else that of what took place before the product; by visit. @rule R-VIS-09 */
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
insert into visit_cycle (company_id, id, estate_id, number, seed, occupied, started_at, ended_at)
select ?, w.id, w."estateId", 0, w.id::text, 0, ?::timestamptz, ?::timestamptz
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid)
    on conflict (company_id, estate_id, number) do nothing`;
const CYCLES_FOUND = `
select w.id, found.id as "cycleId"
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "estateId" uuid, at timestamptz)
 cross join lateral (select c.id from visit_cycle c
                      where c.company_id = ? and c.estate_id = w."estateId"
                        and (c.number = 0 or c.started_at <= w.at and (c.ended_at is null or c.ended_at >= w.at))
                      order by c.number desc limit 1) as found`;

/**
 * Which cycle each visit belongs to: the one of its estate that was under way, so that nobody visited in it is drawn in it;
 * otherwise the closed one with number 0, which holds what took place before the first draw.
 * @rule R-VIS-09
 */
export async function cyclesOf(
  em: SqlEntityManager,
  companyId: string,
  visits: readonly VisitToWrite[],
  now: Date,
): Promise<Map<string, string>> {
  if (visits.length === 0) return new Map();
  const rows = [...new Set(visits.map(({ estateId }) => estateId))].map((estateId) => ({ id: newId(), estateId }));
  await em.execute(CYCLES, [companyId, now.toISOString(), now.toISOString(), JSON.stringify(rows)]);
  const asked = visits.map(({ id, estateId, draft }) => ({
    id,
    estateId,
    at: new Date(draft.visitedAt).toISOString(),
  }));
  type Row = { readonly id: string; readonly cycleId: string };
  const found = await em.execute<Row[]>(CYCLES_FOUND, [JSON.stringify(asked), companyId]);
  return new Map(found.map(({ id, cycleId }) => [id, cycleId]));
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
  cycle_id: 'uuid',
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
const COLUMNS = ['id uuid', 'estate_id uuid', ...Object.entries(FACTS).map((fact) => fact.join(' '))].join(', ');
const OF_ROW = NAMES.map((name) => `w.${name}`).join(', ');

const INSERT = `
insert into owner_visit (company_id, id, estate_id, organiser, stage, sampled, unannounced, repeated, by_other_post,
                         counts, version, ${NAMES.join(', ')})
select ?, w.id, w.estate_id, 'ESTATE', 'REVIEWED', false, false, false, false, false, 1, ${OF_ROW}
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
        ...{ id: visit.id, estate_id: visit.estateId, cycle_id: cycles.get(visit.id) },
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
