import { UNIT_STATES, type UnitStateKind } from '../place/unit-state.js';
import { UNIT_USES, type UnitUse } from '../place/unit-use.js';
import type { BuildingRule, EstateRule, FileRules, UnitRule, ValueRule } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  assertEstateCreatable,
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
import type { RowRejection } from './reject-reason.js';
import { lineReader, orRejection, placeOf, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import type { RowValues, Template } from './template.js';
import { writtenArea, writtenDay, type DayRule } from './written-value.js';

/** What an import of units does with a file. */
export interface UnitMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly createMissing: { readonly estates: boolean; readonly buildings: boolean };
  readonly estate: EstateRule;
  readonly building: BuildingRule;
  readonly unit: UnitRule;
  readonly use: ValueRule<UnitUse>;
  /** Column with the square metres that charges are counted by. */
  readonly area: { readonly column: string } | null;
  readonly state: { readonly is: ValueRule<UnitStateKind>; readonly from: DayRule } | null;
  /** When the developer delivered it. @rule D-05 */
  readonly delivered: DayRule | null;
}

/** A unit as a row describes it. */
export interface UnitDraft extends NamedPlace {
  readonly reference: string;
  readonly use: UnitUse;
  /** Thousandths of a square metre; null where the row says none. */
  readonly areaMilli: number | null;
  readonly state: { readonly is: UnitStateKind; readonly fromDay: string } | null;
  /** Null where the row says none. */
  readonly deliveredOn: string | null;
}

/**
 * Reads the mapping file of an import of buildings and units.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readUnitMapping(json: unknown): UnitMapping {
  const all = new JsonReader(json, '').fields([
    ...([
      'source',
      'reference',
      'file',
      'createMissing',
      'estate',
      'building',
      'unit',
      'use',
      'area',
      'state',
      'delivered',
    ] as const),
  ]);
  const create = all.createMissing.maybe((reader) => reader.fields(['estates', 'buildings']));
  const createMissing = {
    estates: create?.estates.flagOr(false) ?? false,
    buildings: create?.buildings.flagOr(false) ?? false,
  };
  const estate = readEstate(all.estate);
  if (createMissing.estates) assertEstateCreatable(estate);
  const code = template(all.unit.fields(['code']).code);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, false),
    createMissing,
    estate,
    building: readBuilding(all.building),
    unit: { code, use: 'RESIDENTIAL', missing: 'REJECT', unknown: 'REJECT' },
    use: readValues(all.use, UNIT_USES),
    area: all.area.maybe((area) => ({ column: area.fields(['column']).column.text() })),
    state: all.state.maybe((reader) => {
      const state = reader.fields(['is', 'from']);
      return { is: readValues(state.is, UNIT_STATES), from: readDay(state.from) };
    }),
    delivered: all.delivered.maybe(readDay),
  };
}

/** The columns that a mapping of units names. */
export const columnsOfUnits = (mapping: UnitMapping): NamedColumn[] => [
  ...columnsOfTexts({ reference: mapping.reference }),
  ...columnsOfPlace(mapping),
  ...columnsOfRules({
    ...{ use: mapping.use, area: mapping.area },
    ...{ 'state.is': mapping.state?.is ?? null, 'state.from': mapping.state?.from ?? null },
    delivered: mapping.delivered,
  }),
];

/** A row as a unit, or why it is none. */
export const mapUnit = (mapping: UnitMapping, value: RowValues): UnitDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const { state } = mapping;
    const fromDay = state && writtenDay('state.from', state.from, value);
    return {
      reference: referenceOf(mapping.reference, line),
      ...placeOf(mapping, line),
      use: valueOf('use', mapping.use, value),
      areaMilli: mapping.area && writtenArea('area', value(mapping.area.column)),
      state: state && fromDay !== null ? { is: valueOf('state.is', state.is, value), fromDay } : null,
      deliveredOn: mapping.delivered && writtenDay('delivered', mapping.delivered, value),
    };
  });
