import { CUSTOMER_KINDS, type CustomerKind } from '../people/customer-kind.js';
import { OCCUPANCY_CAPACITIES, type OccupancyCapacity } from '../people/occupancy-capacity.js';
import type { BuildingRule, EstateRule, FileRules, UnitRule, ValueRule } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  columnsOfPlace,
  columnsOfRules,
  columnsOfTexts,
  readBuilding,
  readDay,
  readEstate,
  readFileRules,
  readSource,
  readValues,
  template,
  type NamedColumn,
} from './mapping-parts.js';
import { RowRejection } from './reject-reason.js';
import { lineReader, MAX, orRejection, placeOf, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import { fill, type RowValues, type Template } from './template.js';
import { writtenDay, writtenPhone, type DayRule } from './written-value.js';

/** What an import of customers and their occupancies does with a file: a row is one occupancy of one customer. */
export interface PeopleMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: UnitRule;
  readonly customer: {
    /** Names the customer within the estate, in every row of the customer. */
    readonly reference: Template;
    readonly name: Template;
    readonly phone: Template | null;
    readonly kind: ValueRule<CustomerKind>;
  };
  readonly capacity: ValueRule<OccupancyCapacity>;
  readonly from: DayRule;
  readonly until: DayRule | null;
}

/** A customer and an occupancy as a row describes them. */
export interface PersonDraft extends NamedPlace {
  readonly reference: string;
  readonly customer: {
    readonly reference: string;
    readonly name: string;
    readonly phone: string | null;
    readonly kind: CustomerKind;
  };
  readonly capacity: OccupancyCapacity;
  readonly fromDay: string;
  readonly untilDay: string | null;
}

/**
 * Reads the mapping file of an import of customers and occupancies.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readPeopleMapping(json: unknown): PeopleMapping {
  const all = new JsonReader(json, '').fields([
    ...([
      'source',
      'reference',
      'file',
      'estate',
      'building',
      'unit',
      'customer',
      'capacity',
      'from',
      'until',
    ] as const),
  ]);
  const customer = all.customer.fields(['reference', 'name', 'phone', 'kind']);
  const code = template(all.unit.fields(['code']).code);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, false),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: { code, use: 'RESIDENTIAL', missing: 'REJECT', unknown: 'REJECT' },
    customer: {
      reference: template(customer.reference),
      name: template(customer.name),
      phone: customer.phone.maybe(template),
      kind: readValues(customer.kind, CUSTOMER_KINDS),
    },
    capacity: readValues(all.capacity, OCCUPANCY_CAPACITIES),
    from: readDay(all.from),
    until: all.until.maybe(readDay),
  };
}

/** The columns that a mapping of people names. */
export const columnsOfPeople = ({ customer, ...mapping }: PeopleMapping): NamedColumn[] => [
  ...columnsOfTexts({
    ...{ reference: mapping.reference, 'customer.reference': customer.reference },
    ...{ 'customer.name': customer.name, 'customer.phone': customer.phone },
  }),
  ...columnsOfPlace(mapping),
  ...columnsOfRules({
    ...{ 'customer.kind': customer.kind, capacity: mapping.capacity, from: mapping.from, until: mapping.until },
  }),
];

/** A row as a customer with an occupancy, or why it is none. */
export const mapPerson = (mapping: PeopleMapping, value: RowValues): PersonDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const { customer } = mapping;
    const reference = referenceOf(mapping.reference, line);
    const name = line('customer.name', customer.name, MAX.person);
    if (name === '') throw new RowRejection('NO_NAME');
    const phone = writtenPhone('customer.phone', customer.phone ? fill(customer.phone, value) : '');
    const fromDay = writtenDay('from', mapping.from, value);
    if (fromDay === null) throw new RowRejection('NO_FIRST_DAY');
    const untilDay = mapping.until && writtenDay('until', mapping.until, value);
    if (untilDay !== null && untilDay <= fromDay) throw new RowRejection('IMPOSSIBLE_PERIOD', `${fromDay} ${untilDay}`);
    return {
      reference,
      ...placeOf(mapping, line),
      customer: {
        reference: line('customer.reference', customer.reference, MAX.reference) || reference,
        name,
        phone: line('customer.phone', [[phone]], MAX.phone) || null,
        kind: valueOf('customer.kind', customer.kind, value),
      },
      capacity: valueOf('capacity', mapping.capacity, value),
      fromDay,
      untilDay,
    };
  });
