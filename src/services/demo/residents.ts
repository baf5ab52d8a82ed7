import { addAccount } from './accounts.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';

/** An estate with who holds its units. */
export interface Settled {
  readonly estate: DemoEstate;
  readonly occupancies: readonly DemoOccupancy[];
}

/**
 * Logins of residents. On E01: `resident1` owns and lives in a home, `resident2` sold one to `resident3`, `resident4`
 * lets one to `resident5`; `resident6` … `resident9` own homes on E02 … E05 (D-30).
 * @returns what they hold or held
 */
export function addResidents(company: DemoCompany, settled: readonly Settled[]): DemoOccupancy[] {
  const [first, ...others] = settled;
  const taken: DemoOccupancy[] = [];
  const admit = (held: DemoOccupancy | undefined): void => {
    if (!held)
      throw new Error(`Nobody can be resident${taken.length + 1} of ${company.plan.code}: choose another seed.`);
    taken.push(held);
    addAccount(company, `resident${taken.length}`, { kind: 'RESIDENT', customerId: held.customerId });
  };
  if (!first) return taken;
  admit(homeOwners(first).find((held) => !held.soldOn && !held.tenant)?.owner);
  const sale = homeOwners(first).find((held) => held.soldOn);
  admit(sale?.soldOn);
  admit(sale?.owner);
  const let_ = homeOwners(first).find((held) => held.tenant && !taken.includes(held.owner));
  admit(let_?.owner);
  admit(let_?.tenant);
  for (const other of others.slice(0, 4)) admit(homeOwners(other).find((held) => !held.tenant)?.owner);
  return taken;
}

interface Home {
  readonly owner: DemoOccupancy;
  /** Who owned it before. */
  readonly soldOn: DemoOccupancy | undefined;
  readonly tenant: DemoOccupancy | undefined;
}

function homeOwners({ estate, occupancies }: Settled): Home[] {
  const homes = estate.units.filter((unit) => unit.use === 'RESIDENTIAL');
  return homes.flatMap((unit) => {
    const held = occupancies.filter((occupancy) => occupancy.unitId === unit.id);
    const owner = held.find((occupancy) => occupancy.capacity === 'OWNER' && occupancy.until === null);
    if (!owner) return [];
    return {
      owner,
      soldOn: held.find((occupancy) => occupancy.capacity === 'OWNER' && occupancy.until !== null),
      tenant: held.find((occupancy) => occupancy.capacity === 'TENANT' && occupancy.until === null),
    };
  });
}
