import { dayNumber, dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { EstatePlan } from '../../domain/demo/portfolio.js';
import type { Random } from '../../domain/demo/random.js';
import type { DemoCompany, DemoEstate, DemoUnit } from './demo-company.js';

/** The estates and the ids of their groups, by `REGION/华东`, `CITY/上海`, `TYPE/VILLA`, `DELIVERY_YEAR/2018`. */
export interface DemoPlaces {
  readonly estates: readonly DemoEstate[];
  readonly groups: ReadonlyMap<string, string>;
}

/** Estates with their buildings and units, and the groups by region, city, type and delivery year. */
export function addPlaces(company: DemoCompany): DemoPlaces {
  const estates = company.plan.estates.map((plan) => addEstate(company, plan));
  return { estates, groups: addGroups(company, estates) };
}

function addEstate(company: DemoCompany, plan: EstatePlan): DemoEstate {
  const { rows, id: companyId, plan: of, year } = company;
  const random = company.random.branch(`places/${plan.code}`);
  const deliveryYear = year - plan.age;
  const delivered = dayNumber(`${deliveryYear}-${String(random.int(1, 9)).padStart(2, '0')}-15`);
  const bornAt = dayStartMs(delivered - 30);
  const id = random.id(bornAt);
  rows.add('estate', {
    company_id: companyId,
    id,
    code: plan.code,
    name: plan.name,
    time_zone: of.timeZone,
    region: plan.region,
    city: plan.city,
    property_type: plan.propertyType,
    delivery_year: deliveryYear,
    created_at: company.since,
    version: 1,
  });
  const building = (code: string, name: string): string => {
    const buildingId = random.id(bornAt);
    rows.add('building', { company_id: companyId, id: buildingId, estate_id: id, code, name });
    return buildingId;
  };
  const towers = Array.from({ length: plan.buildings }, (_, i) => building(`B${i + 1}`, `${i + 1}号楼`));
  const garage = building('P', '地下车库');
  const units: DemoUnit[] = [];
  const unit = (buildingId: string, code: string, use: DemoUnit['use'], areaMilli: number): void => {
    const unitId = random.id(bornAt);
    units.push({ id: unitId, buildingId, use });
    rows.add('unit', {
      company_id: companyId,
      id: unitId,
      estate_id: id,
      building_id: buildingId,
      code,
      use,
      charge_area_milli: areaMilli,
      delivered_on: dayText(delivered),
    });
  };
  for (const tower of towers) addHomes(plan, random, (code, area) => unit(tower, code, 'RESIDENTIAL', area));
  const two = (n: number): string => String(n).padStart(2, '0');
  for (let i = 0; i < plan.shops; i += 1)
    unit(
      String(towers[i % towers.length]),
      `S${two(Math.floor(i / towers.length) + 1)}`,
      'SHOP',
      random.int(35, 160) * 1_000,
    );
  for (let i = 1; i <= plan.parking; i += 1) unit(garage, `P${String(i).padStart(3, '0')}`, 'PARKING', 12_500);
  return { plan, id, delivered, buildingIds: towers, units };
}

function addHomes(plan: EstatePlan, random: Random, home: (code: string, areaMilli: number) => void): void {
  const areas = Array.from({ length: plan.homesPerFloor }, () => random.int(580, 1_460) * 100);
  for (let floor = 1; floor <= plan.floors; floor += 1)
    areas.forEach((area, i) => home(`${floor}${String(i + 1).padStart(2, '0')}`, area));
}

function addGroups(company: DemoCompany, estates: readonly DemoEstate[]): Map<string, string> {
  const { rows, id: companyId, random, since } = company;
  const chance = random.branch('groups');
  const groups = new Map<string, string>();
  const join = (kind: string, name: string, estateId: string): void => {
    const key = `${kind}/${name}`;
    let groupId = groups.get(key);
    if (groupId === undefined) {
      groupId = chance.id(Date.parse(since));
      groups.set(key, groupId);
      rows.add('estate_group', { company_id: companyId, id: groupId, kind, name });
    }
    rows.add('estate_group_member', { company_id: companyId, group_id: groupId, estate_id: estateId });
  };
  for (const { id, plan, delivered } of estates) {
    join('REGION', plan.region, id);
    join('CITY', plan.city, id);
    join('TYPE', plan.propertyType, id);
    join('DELIVERY_YEAR', dayText(delivered).slice(0, 4), id);
  }
  return groups;
}
