import { invalidInput } from '../errors.js';
import { UNIT_USES } from '../place/unit-use.js';
import { CHANNELS } from '../ticket/channel.js';
import { REPAIR_STAGES } from '../ticket/repair-stage.js';
import { URGENCIES } from '../ticket/urgency.js';
import { IMPORTED_KINDS, MILESTONES, type ImportMapping, type UnitRule } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  assertEstateCreatable,
  columnsOfPlace,
  columnsOfRules,
  columnsOfTexts,
  readBuilding,
  readEstate,
  readFileRules,
  readMeanings,
  readSource,
  readTime,
  readValues,
  REJECT,
  template,
  type NamedColumn,
} from './mapping-parts.js';

/**
 * Reads the mapping file of an import of tickets, which may hold nothing that it does not understand.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readMapping(json: unknown): ImportMapping {
  const all = new JsonReader(json, '').fields([
    ...(['source', 'reference', 'file', 'createMissing', 'estate', 'building', 'unit', 'kind', 'category'] as const),
    ...(['stage', 'channel', 'urgency', 'subject', 'description', 'contactName', 'contactPhone', 'times'] as const),
  ]);
  const mapping: ImportMapping = {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, true),
    createMissing: readCreateMissing(all.createMissing),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: all.unit.maybe(readUnit),
    kind: readValues(all.kind, IMPORTED_KINDS),
    category: all.category.maybe((category) => readMeanings(category, (code) => code.text())),
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

/** The columns that a mapping of tickets names. */
export function columnsOfTickets(mapping: ImportMapping): NamedColumn[] {
  const { reference, kind, category, stage, channel, urgency, times } = mapping;
  const { subject, description, contactName, contactPhone } = mapping;
  return [
    ...columnsOfTexts({ reference, subject, description, contactName, contactPhone }),
    ...columnsOfPlace(mapping),
    ...columnsOfRules({ kind, category, stage, channel, urgency }),
    ...Object.entries(times).flatMap(([path, rule]) =>
      rule.columns.map((column, i): NamedColumn => [`times.${path}.columns[${i}]`, column]),
    ),
  ];
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

function readUnit(reader: JsonReader): UnitRule {
  const unit = reader.fields(['code', 'use', 'missing', 'unknown']);
  return {
    code: template(unit.code),
    use: unit.use.oneOf(UNIT_USES, 'RESIDENTIAL'),
    missing: unit.missing.oneOf(['NONE', REJECT], 'NONE'),
    unknown: unit.unknown.oneOf(['NONE', REJECT], REJECT),
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

/** What is to be created must be fully named. */
function assertCreatable({ createMissing, estate, building, unit }: ImportMapping): void {
  if (createMissing.estates) assertEstateCreatable(estate);
  if (createMissing.buildings && !building)
    throw invalidInput('building', 'is missing; it is to be created where missing');
  if (createMissing.units && (!building || !unit))
    throw invalidInput(unit ? 'building' : 'unit', 'is missing; units are to be created where missing');
  if (building && !unit) throw invalidInput('unit', 'is missing; a building alone says nothing about a ticket');
}
