import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import { firmName, mobileNumber, personName } from '../../domain/demo/names.js';
import type { Random } from '../../domain/demo/random.js';
import { homeStory, shopStory, type Tenure, type UnitStory } from '../../domain/demo/tenure-story.js';
import type { DemoCompany, DemoEstate, DemoOccupancy, DemoUnit } from './demo-company.js';

/** Customers of an estate, what each holds since when, and the dated states of the units. */
export function addHouseholds(company: DemoCompany, estate: DemoEstate): DemoOccupancy[] {
  const random = company.random.branch(`households/${estate.plan.code}`);
  const occupancies: DemoOccupancy[] = [];
  for (const unit of estate.units) {
    if (unit.use === 'PARKING') occupancies.push(...addSpace(company, estate, unit, random, occupancies));
    else {
      const tell = unit.use === 'SHOP' ? shopStory : homeStory;
      occupancies.push(...addStory(company, estate, unit, random, tell(random, estate.delivered, company.today)));
    }
  }
  return occupancies;
}

function addStory(
  company: DemoCompany,
  estate: DemoEstate,
  unit: DemoUnit,
  random: Random,
  story: UnitStory,
): DemoOccupancy[] {
  for (const { day, state } of story.states)
    company.rows.add('unit_state', {
      company_id: company.id,
      unit_id: unit.id,
      from_day: dayText(day),
      estate_id: estate.id,
      state,
    });
  return story.tenures.map((tenure) => {
    const firm = unit.use === 'SHOP' && tenure.capacity === 'TENANT';
    const customer = addCustomer(company, estate, random, tenure.from, firm);
    return addOccupancy(company, estate, unit, random, tenure, customer);
  });
}

/** Four spaces in five belong to somebody who owns a home here. */
function addSpace(
  company: DemoCompany,
  estate: DemoEstate,
  unit: DemoUnit,
  random: Random,
  homes: readonly DemoOccupancy[],
): DemoOccupancy[] {
  const owners = homes.filter((held) => held.capacity === 'OWNER' && held.until === null);
  if (owners.length === 0 || random.chance(0.2)) return [];
  const { customerId, name, phone, from } = random.pick(owners);
  const tenure: Tenure = {
    capacity: 'OWNER',
    from: Math.min(company.today - 1, from + random.int(0, 200)),
    until: null,
  };
  return [addOccupancy(company, estate, unit, random, tenure, { customerId, name, phone })];
}

type Customer = Pick<DemoOccupancy, 'customerId' | 'name' | 'phone'>;

function addCustomer(company: DemoCompany, estate: DemoEstate, random: Random, since: number, firm: boolean): Customer {
  const bornAt = dayStartMs(since);
  const customerId = random.id(bornAt);
  const name = firm ? firmName(random) : personName(random);
  const phone = mobileNumber(random);
  company.rows.add('customer', {
    company_id: company.id,
    id: customerId,
    estate_id: estate.id,
    kind: firm ? 'FIRM' : 'PERSON',
    name,
    phone,
    created_at: new Date(bornAt).toISOString(),
    version: 1,
  });
  return { customerId, name, phone };
}

function addOccupancy(
  company: DemoCompany,
  estate: DemoEstate,
  unit: DemoUnit,
  random: Random,
  tenure: Tenure,
  customer: Customer,
): DemoOccupancy {
  const id = random.id(dayStartMs(tenure.from));
  company.rows.add('occupancy', {
    company_id: company.id,
    id,
    estate_id: estate.id,
    unit_id: unit.id,
    customer_id: customer.customerId,
    capacity: tenure.capacity,
    from_day: dayText(tenure.from),
    until_day: tenure.until === null ? null : dayText(tenure.until),
  });
  return { ...customer, id, unitId: unit.id, capacity: tenure.capacity, from: tenure.from, until: tenure.until };
}
