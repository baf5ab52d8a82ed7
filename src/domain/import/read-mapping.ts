import { invalidInput } from '../errors.js';
import { assertTimeZone } from '../place/time-zone.js';
import { UNIT_USES } from '../place/unit-use.js';
import { CHANNELS } from '../ticket/channel.js';
import { REPAIR_STAGES } from '../ticket/repair-stage.js';
import { URGENCIES } from '../ticket/urgency.js';
import {
  DAY_ONLY,
  ENCODINGS,
  GAP,
  IMPORTED_KINDS,
  IMPOSSIBLE,
  MILESTONES,
  OVERLAP,
  type BuildingRule,
  type EstateRule,
  type FileRules,
  type ImportMapping,
  type TimeRule,
  type UnitRule,
  type ValueRule,
} from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import { readTemplate, type Template } from './template.js';
import { readTimeFormat } from './time-format.js';

const SOURCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const REJECT = 'REJECT';

/**
 * Reads the mapping file of an import, which may hold nothing that it does not understand.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readMapping(json: unknown): ImportMapping {
  const all = new JsonReader(json, '').fields([
    ...(['source', 'reference', 'file', 'createMissing', 'estate', 'building', 'unit'] as const),
    ...([
      'kind',
      'stage',
      'channel',
      'urgency',
      'subject',
      'description',
      'contactName',
      'contactPhone',
      'times',
    ] as const),
  ]);
  const mapping: ImportMapping = {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file),
    createMissing: readCreateMissing(all.createMissing),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: all.unit.maybe(readUnit),
    kind: readValues(all.kind, IMPORTED_KINDS),
    stage: readValues(all.stage, REPAIR_STAGES),
    channel: readValues(all.channel, CHANNELS),
    urgency: readValues(all.urgency, URGENCIES),
    subject: template(all.subject),
    description: all.description.maybe(template),
    contactName: all.contactName.maybe(template),
    contactPhone: all.contactPhone.maybe(template),
    times: readTimes(all.times),
  };
  assertCreatable(mapping);
  return mapping;
}

function readSource(reader: JsonReader): string {
  const source = reader.text();
  if (!SOURCE.test(source)) throw invalidInput(reader.path, 'must be a code of at most 60 letters, digits, . _ or -');
  return source;
}

const template = (reader: JsonReader): Template => readTemplate(reader.path, reader.text());

function zone(reader: JsonReader): string {
  const name = reader.text();
  assertTimeZone(reader.path, name);
  return name;
}

function readFileRules(reader: JsonReader): FileRules {
  const file = reader.fields(['delimiter', 'encoding', 'timeZone', 'gap', 'overlap']);
  const delimiter = file.delimiter.absent ? ',' : file.delimiter.oneOf([',', ';', '\t', '|']);
  return {
    delimiter,
    encoding: file.encoding.oneOf(ENCODINGS, 'utf-8'),
    timeZone: zone(file.timeZone),
    gap: file.gap.oneOf(GAP, 'SHIFT'),
    overlap: file.overlap.oneOf(OVERLAP, 'EARLIER'),
  };
}

function readCreateMissing(reader: JsonReader): ImportMapping['createMissing'] {
  if (reader.absent) return { estates: false, buildings: false, units: false };
  const create = reader.fields(['estates', 'buildings', 'units']);
  return {
    estates: create.estates.flagOr(false),
    buildings: create.buildings.flagOr(false),
    units: create.units.flagOr(false),
  };
}

function readEstate(reader: JsonReader): EstateRule {
  const estate = reader.fields(['code', 'name', 'otherwise', 'timeZone', 'region', 'city']);
  if (estate.code.absent && estate.name.absent)
    throw invalidInput(estate.code.path, 'is missing; give code, name or both');
  return {
    code: estate.code.maybe(template),
    name: estate.name.maybe(template),
    otherwise: estate.otherwise.maybe((fallback) => {
      const { code, name } = fallback.fields(['code', 'name']);
      return { code: code.text(), name: name.text() };
    }),
    timeZone: estate.timeZone.absent ? '' : zone(estate.timeZone),
    region: estate.region.textOr(null),
    city: estate.city.textOr(null),
  };
}

function readBuilding(reader: JsonReader): BuildingRule {
  const building = reader.fields(['code', 'name', 'otherwise']);
  return {
    code: template(building.code),
    name: building.name.maybe(template),
    otherwise: building.otherwise.textOr(null),
  };
}

function readUnit(reader: JsonReader): UnitRule {
  const unit = reader.fields(['code', 'use', 'missing', 'unknown']);
  return {
    code: template(unit.code),
    use: unit.use.oneOf(UNIT_USES, 'RESIDENTIAL'),
    missing: unit.missing.oneOf(['NONE', REJECT], 'NONE'),
    unknown: unit.unknown.oneOf(['NONE', REJECT], REJECT),
  };
}

function readValues<const T extends readonly string[]>(reader: JsonReader, allowed: T): ValueRule<T[number]> {
  if (reader.isText) return { column: null, values: new Map(), otherwise: reader.oneOf(allowed) };
  const { column, values, otherwise } = reader.fields(['column', 'values', 'otherwise']);
  const fallback = otherwise.oneOf([...allowed, REJECT], REJECT);
  return {
    column: column.text(),
    values: new Map(values.entries().map(([value, meaning]) => [value.trim(), meaning.oneOf(allowed)])),
    otherwise: fallback === REJECT ? null : fallback,
  };
}

function readTimes(reader: JsonReader): ImportMapping['times'] {
  const { reportedAt, ...others } = reader.fields(MILESTONES);
  const known = Object.entries(others).filter(([, time]) => !time.absent);
  return {
    ...Object.fromEntries(known.map(([name, time]) => [name, readTime(time, 'LATEST', 'DROP')])),
    reportedAt: readTime(reportedAt, 'EARLIEST', REJECT),
  };
}

function readTime(reader: JsonReader, dayOnly: TimeRule['dayOnly'], impossible: TimeRule['impossible']): TimeRule {
  const time = reader.fields(['columns', 'formats', 'midnightMeansDay', 'dayOnly', 'impossible']);
  return {
    columns: time.columns.items().map((column) => column.text()),
    formats: time.formats.items().map((format) => readTimeFormat(format.path, format.text())),
    midnightMeansDay: time.midnightMeansDay.flagOr(false),
    dayOnly: time.dayOnly.oneOf(DAY_ONLY, dayOnly),
    impossible: time.impossible.oneOf(IMPOSSIBLE, impossible),
  };
}

/** What is to be created must be fully named. */
function assertCreatable({ createMissing, estate, building, unit }: ImportMapping): void {
  if (createMissing.estates) {
    if (!estate.code || !estate.name)
      throw invalidInput('estate', 'needs code and name, since missing estates are created');
    if (estate.timeZone === '') throw invalidInput('estate.timeZone', 'is missing; estates that are created need one');
  }
  if (createMissing.buildings && !building)
    throw invalidInput('building', 'is missing; it is to be created where missing');
  if (createMissing.units && (!building || !unit))
    throw invalidInput(unit ? 'building' : 'unit', 'is missing; units are to be created where missing');
  if (building && !unit) throw invalidInput('unit', 'is missing; a building alone says nothing about a ticket');
}
