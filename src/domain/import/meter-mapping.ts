import { METER_KINDS, type MeterKind } from '../meter/meter-words.js';
import { meterToMilli } from '../meter/meter-value.js';
import { assertRegister, serialOf } from '../meter/meter-serial.js';
import { assertShown } from '../meter/register.js';
import { DomainError } from '../errors.js';
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
import { lineReader, MAX, namedEstate, orRejection, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import type { RowValues, Template } from './template.js';
import { halfWidth, writtenDay, type DayRule } from './written-value.js';

/** How a meter is paid for. */
const PAID = ['BY_READING', 'PREPAID'] as const;
type Paid = (typeof PAID)[number];

/** How meters are read from a file. */
export interface MeterMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  /** A row that names none is a meter of common parts; without the rule all are. */
  readonly unit: UnitRule | null;
  readonly kind: ValueRule<MeterKind>;
  readonly serial: Template;
  /** Whole digits of the register. */
  readonly digits: { readonly column: string };
  /** What is shown is multiplied by it; one where the row or the mapping says none. */
  readonly factor: { readonly column: string } | null;
  readonly paid: ValueRule<Paid>;
  /** What it showed on the day on which it was hung, or on which the product begins to count. */
  readonly base: { readonly column: string };
  readonly installed: DayRule;
}

/** A meter as a row describes it. */
export interface MeterDraft extends NamedPlace {
  readonly reference: string;
  readonly kind: MeterKind;
  readonly serial: string;
  readonly digits: number;
  readonly factor: number;
  readonly prepaid: boolean;
  readonly baseMilli: number;
  readonly installedOn: string;
}

/**
 * Reads the mapping file of an import of meters.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readMeterMapping(json: unknown): MeterMapping {
  const all = new JsonReader(json, '').fields([
    ...(['source', 'reference', 'file', 'estate', 'building', 'unit', 'kind', 'serial', 'digits'] as const),
    ...(['factor', 'paid', 'base', 'installed'] as const),
  ]);
  const column = (reader: JsonReader) => ({ column: reader.fields(['column']).column.text() });
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, false),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: all.unit.maybe((reader) => ({
      code: template(reader.fields(['code']).code),
      ...{ use: 'RESIDENTIAL', missing: 'NONE', unknown: 'REJECT' },
    })),
    kind: readValues(all.kind, METER_KINDS),
    serial: template(all.serial),
    digits: column(all.digits),
    factor: all.factor.maybe(column),
    paid: all.paid.absent ? { column: null, values: new Map(), otherwise: 'BY_READING' } : readValues(all.paid, PAID),
    base: column(all.base),
    installed: readDay(all.installed),
  };
}

/** The columns that a mapping of meters names. */
export const columnsOfMeters = (mapping: MeterMapping): NamedColumn[] => [
  ...columnsOfTexts({ reference: mapping.reference, serial: mapping.serial }),
  ...columnsOfPlace(mapping),
  ...columnsOfRules({
    ...{ kind: mapping.kind, digits: mapping.digits, factor: mapping.factor, paid: mapping.paid },
    ...{ base: mapping.base, installed: mapping.installed },
  }),
];

/** A row as a meter, or why it is none. @rule R-FEE-07 @rule R-MIN-06 */
export const mapMeter = (mapping: MeterMapping, value: RowValues): MeterDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const { building, unit } = mapping;
    const estate = namedEstate(mapping.estate, line);
    if (!estate) throw new RowRejection('NO_ESTATE');
    const code = building ? line('building.code', building.code, MAX.code) || building.otherwise : null;
    const unitCode = (unit && line('unit.code', unit.code, MAX.code)) || null;
    if (unitCode !== null && building && code === null) throw new RowRejection('NO_BUILDING');
    const installedOn = writtenDay('installed', mapping.installed, value);
    if (installedOn === null) throw new RowRejection('NO_FIRST_DAY');
    const digits = wholeOf('digits', value(mapping.digits.column));
    const factor = mapping.factor && halfWidth(value(mapping.factor.column));
    return {
      ...{ reference: referenceOf(mapping.reference, line), estate, unitCode, installedOn },
      building: code === null ? null : { code, name: code },
      kind: valueOf('kind', mapping.kind, value),
      prepaid: valueOf('paid', mapping.paid, value) === 'PREPAID',
      ...checked(() => {
        const register = { digits, factor: factor ? wholeOf('factor', factor) : 1 };
        assertRegister(register.digits, register.factor);
        const baseMilli = meterToMilli('base', halfWidth(value(mapping.base.column)).replaceAll(',', ''));
        assertShown('base', baseMilli, digits);
        return { ...register, baseMilli, serial: serialOf('serial', line('serial', mapping.serial, MAX.code)) };
      }),
    };
  });

/** What holds for a meter that is hung by hand holds for one from a file. */
function checked<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) throw new RowRejection('UNREADABLE_NUMBER', error.message);
    throw error;
  }
}

/** @throws RowRejection unless it is a whole number */
function wholeOf(field: string, text: string): number {
  const plain = halfWidth(text);
  if (!/^\d{1,5}$/.test(plain)) throw new RowRejection('UNREADABLE_NUMBER', `${field}: ${plain.slice(0, 40)}`);
  return Number(plain);
}
