import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { PersonDraft } from '../../domain/import/people-mapping.js';
import type { OccupancyCapacity } from '../../domain/people/occupancy-capacity.js';
import { overlap, type OccupancyPeriod } from '../../domain/people/occupancy-period.js';

/** Who holds a unit in what capacity, and when. */
interface Holding extends OccupancyPeriod {
  readonly unitId: string;
  readonly customerId: string;
  readonly capacity: OccupancyCapacity;
}

/** An occupancy as it is to be. */
export interface OccupancyToWrite extends Holding {
  readonly id: string;
  readonly isNew: boolean;
  readonly estateId: string;
  readonly draft: PersonDraft;
}

/** Whoever records an occupancy here waits, as it does for another one who records. */
const LOCK = `
select u.id from unit u
  join (select distinct w."unitId" from jsonb_to_recordset(?::jsonb) as w("unitId" uuid)) as wanted on wanted."unitId" = u.id
 where u.company_id = ? order by u.id for update of u`;

const SELECT =
  'id, unit_id as "unitId", customer_id as "customerId", capacity, from_day::text as "fromDay", until_day::text as "untilDay"';
const HELD = `
select found.*
  from (select distinct w."estateId", w."unitId" from jsonb_to_recordset(?::jsonb) as w("estateId" uuid, "unitId" uuid)) as w
 cross join lateral (select ${SELECT} from occupancy o
                      where o.company_id = ? and o.estate_id = w."estateId" and o.unit_id = w."unitId" offset 0) as found
 union
select ${SELECT} from occupancy
 where company_id = ? and id in (select w::uuid from jsonb_array_elements_text(?::jsonb) as w)`;

/** Who holds some units, as stored and as taken on the way. @rule D-30 */
export class HeldUnits {
  private constructor(private readonly held: (Holding & { readonly id: string })[]) {}

  /** @param ids occupancies that are asked for by themselves */
  static async of(
    em: SqlEntityManager,
    companyId: string,
    units: readonly { readonly estateId: string; readonly unitId: string }[],
    ids: readonly string[],
  ): Promise<HeldUnits> {
    if (units.length === 0) return new HeldUnits([]);
    const wanted = JSON.stringify(units.map(({ estateId, unitId }) => ({ estateId, unitId })));
    await em.execute(LOCK, [wanted, companyId]);
    return new HeldUnits(await em.execute(HELD, [wanted, companyId, companyId, JSON.stringify(ids)]));
  }

  /** Whether an occupancy is of this customer, unit and capacity. */
  isOf(id: string, wanted: Holding): boolean {
    const held = this.held.find((each) => each.id === id);
    return held !== undefined && this.#alike(held, wanted);
  }

  /** The occupancy that is just the same, where there is one. */
  same(wanted: Holding): string | undefined {
    const equal = (held: Holding): boolean =>
      this.#alike(held, wanted) && held.fromDay === wanted.fromDay && held.untilDay === wanted.untilDay;
    return this.held.find(equal)?.id;
  }

  /** Whether the customer holds the unit in this capacity at the same time by another occupancy. */
  overlaps(wanted: Holding, ownId: string | null): boolean {
    return this.held.some((held) => held.id !== ownId && this.#alike(held, wanted) && overlap(held, wanted));
  }

  /** Counts an occupancy from now on, in place of what it was. */
  take(holding: Holding & { readonly id: string }): void {
    const at = this.held.findIndex(({ id }) => id === holding.id);
    if (at >= 0) this.held.splice(at, 1);
    this.held.push(holding);
  }

  #alike(a: Holding, b: Holding): boolean {
    return a.unitId === b.unitId && a.customerId === b.customerId && a.capacity === b.capacity;
  }
}

const COLUMNS =
  'id uuid, "estateId" uuid, "unitId" uuid, "customerId" uuid, capacity text, "fromDay" date, "untilDay" date';

const INSERT = `
insert into occupancy (company_id, id, estate_id, unit_id, customer_id, capacity, from_day, until_day)
select ?, w.id, w."estateId", w."unitId", w."customerId", w.capacity, w."fromDay", w."untilDay"
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;

/** Days only: tickets were born for the occupancy, and its customer may read them. */
const UPDATE = `
update occupancy o set from_day = w."fromDay", until_day = w."untilDay"
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where o.company_id = ? and o.id = w.id`;

/** Writes occupancies. */
export async function upsertOccupancies(
  em: SqlEntityManager,
  companyId: string,
  occupancies: readonly OccupancyToWrite[],
): Promise<void> {
  const rowsOf = (isNew: boolean) =>
    occupancies.filter((each) => each.isNew === isNew).map((each) => ({ ...each, draft: undefined }));
  const [fresh, stale] = [rowsOf(true), rowsOf(false)];
  if (stale.length > 0) await em.execute(UPDATE, [JSON.stringify(stale), companyId]);
  if (fresh.length > 0) await em.execute(INSERT, [companyId, JSON.stringify(fresh)]);
}
