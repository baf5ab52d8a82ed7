import { invalidInput } from '../errors.js';
import { assertTimeZone } from '../place/time-zone.js';
import {
  DAY_ONLY,
  ENCODINGS,
  GAP,
  IMPOSSIBLE,
  OVERLAP,
  type BuildingRule,
  type EstateRule,
  type FileRules,
  type TimeRule,
  type ValueRule,
} from './import-mapping.js';
import type { JsonReader } from './json-reader.js';
import { columnsOf, readTemplate, type Template } from './template.js';
import { readTimeFormat } from './time-format.js';
import type { DayRule } from './written-value.js';

const SOURCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
export const REJECT = 'REJECT';
/** Most lines that may stand before the header: titles, dates, merged cells. */
const MOST_SKIPPED = 50;

/** A column that a mapping names, with the path of the key that does. */
export type NamedColumn = readonly [path: string, column: string];

export function readSource(reader: JsonReader): string {
  const source = reader.text();
  if (!SOURCE.test(source)) throw invalidInput(reader.path, 'must be a code of at most 60 letters, digits, . _ or -');
  return source;
}

export const template = (reader: JsonReader): Template => readTemplate(reader.path, reader.text());

function zone(reader: JsonReader): string {
  const name = reader.text();
  assertTimeZone(reader.path, name);
  return name;
}

/** @param zoneNeeded whether the file has instants, which need a zone */
export function readFileRules(reader: JsonReader, zoneNeeded: boolean): FileRules {
  const file = reader.fields(['delimiter', 'encoding', 'skipLines', 'timeZone', 'gap', 'overlap']);
  const delimiter = file.delimiter.absent ? ',' : file.delimiter.oneOf([',', ';', '\t', '|']);
  return {
    delimiter,
    encoding: file.encoding.oneOf(ENCODINGS, 'utf-8'),
    skipLines: file.skipLines.wholeOr(0, MOST_SKIPPED),
    timeZone: file.timeZone.absent && !zoneNeeded ? 'UTC' : zone(file.timeZone),
    gap: file.gap.oneOf(GAP, 'SHIFT'),
    overlap: file.overlap.oneOf(OVERLAP, 'EARLIER'),
  };
}

export function readEstate(reader: JsonReader): EstateRule {
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

/** @throws INVALID_INPUT when estates are to be created that are not fully named */
export function assertEstateCreatable(estate: EstateRule): void {
  if (!estate.code || !estate.name)
    throw invalidInput('estate', 'needs code and name, since missing estates are created');
  if (estate.timeZone === '') throw invalidInput('estate.timeZone', 'is missing; estates that are created need one');
}

export function readBuilding(reader: JsonReader): BuildingRule {
  const building = reader.fields(['code', 'name', 'otherwise']);
  return {
    code: template(building.code),
    name: building.name.maybe(template),
    otherwise: building.otherwise.textOr(null),
  };
}

/** A constant of the house, or a column with the meaning of its values. */
export function readValues<const T extends readonly string[]>(reader: JsonReader, allowed: T): ValueRule<T[number]> {
  return readMeanings(reader, (meaning) => meaning.oneOf(allowed));
}

/** Likewise with meanings of any kind that `meaning` reads. */
export function readMeanings<T extends string>(reader: JsonReader, meaning: (reader: JsonReader) => T): ValueRule<T> {
  if (reader.isText) return { column: null, values: new Map(), otherwise: meaning(reader) };
  const { column, values, otherwise } = reader.fields(['column', 'values', 'otherwise']);
  return {
    column: column.text(),
    values: new Map(values.entries().map(([value, each]) => [value.trim(), meaning(each)])),
    otherwise: otherwise.absent || otherwise.isExactly(REJECT) ? null : meaning(otherwise),
  };
}

export function readDay(reader: JsonReader): DayRule {
  const day = reader.fields(['column', 'formats']);
  return {
    column: day.column.text(),
    formats: day.formats.items().map((format) => readTimeFormat(format.path, format.text())),
  };
}

/** How an instant follows from a row. */
export function readTime(
  reader: JsonReader,
  dayOnly: TimeRule['dayOnly'],
  impossible: TimeRule['impossible'],
): TimeRule {
  const time = reader.fields(['columns', 'formats', 'midnightMeansDay', 'dayOnly', 'impossible']);
  return {
    columns: time.columns.items().map((column) => column.text()),
    formats: time.formats.items().map((format) => readTimeFormat(format.path, format.text())),
    midnightMeansDay: time.midnightMeansDay.flagOr(false),
    dayOnly: time.dayOnly.oneOf(DAY_ONLY, dayOnly),
    impossible: time.impossible.oneOf(IMPOSSIBLE, impossible),
  };
}

/** The columns that templates name. */
export const columnsOfTexts = (texts: Readonly<Record<string, Template | null | undefined>>): NamedColumn[] =>
  Object.entries(texts).flatMap(([path, text]) => columnsOf(text ?? []).map((column): NamedColumn => [path, column]));

/** The columns that rules name. */
export const columnsOfRules = (
  rules: Readonly<Record<string, { readonly column: string | null } | null>>,
): NamedColumn[] =>
  Object.entries(rules).flatMap(([path, rule]): NamedColumn[] =>
    rule?.column == null ? [] : [[`${path}.column`, rule.column]],
  );

/** The columns that name a row's place. */
export const columnsOfPlace = (place: {
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: { readonly code: Template } | null;
}): NamedColumn[] =>
  columnsOfTexts({
    'estate.code': place.estate.code,
    'estate.name': place.estate.name,
    'building.code': place.building?.code,
    'building.name': place.building?.name,
    'unit.code': place.unit?.code,
  });
