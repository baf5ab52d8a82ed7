import type { BuildingRule, EstateRule, UnitRule, ValueRule } from './import-mapping.js';
import { RowRejection } from './reject-reason.js';
import { fill, type RowValues, type Template } from './template.js';

/** Longest texts, in UTF-16 code units. */
export const MAX = { reference: 200, code: 80, name: 200, person: 100, phone: 40 } as const;

/** Reads a template of one line from a row: clean and within its bound; empty where the row or the mapping has none. */
export type LineReader = (field: string, template: Template | null, max: number) => string;

export const lineReader =
  (value: RowValues): LineReader =>
  (field, template, max) =>
    template ? clean(field, fill(template, value).replace(/\s+/g, ' ').trim(), max) : '';

const CONTROL = /(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** @throws RowRejection for control characters and what is too long */
export function clean(field: string, text: string, max: number): string {
  if (CONTROL.test(text)) throw new RowRejection('CONTROL_CHARACTER', field);
  if (text.length > max) throw new RowRejection('TOO_LONG', `${field}: ${text.length} of at most ${max} characters`);
  return text;
}

/** The row's own name. @throws RowRejection when it has none */
export function referenceOf(template: Template, line: LineReader): string {
  const reference = line('reference', template, MAX.reference);
  if (reference === '') throw new RowRejection('NO_REFERENCE');
  return reference;
}

/** Where a row belongs, before it is found. */
export interface NamedPlace {
  /** The code where the mapping has one, else null and the name is searched for. */
  readonly estate: { readonly code: string | null; readonly name: string | null };
  readonly building: { readonly code: string; readonly name: string } | null;
  readonly unitCode: string | null;
}

/** Whether a row names an estate: every text that the mapping asks for has content beside its constant parts. */
export function namedEstate(estate: EstateRule, line: LineReader): NamedPlace['estate'] | null {
  const code = line('estate.code', estate.code, MAX.code);
  const name = line('estate.name', estate.name, MAX.name);
  const named = (!estate.code || code !== '') && (!estate.name || name !== '');
  return named ? { code: code || null, name: name || null } : estate.otherwise;
}

/** @throws RowRejection when a row names no estate, or a unit without building, or none where it must */
export function placeOf(
  rules: { readonly estate: EstateRule; readonly building: BuildingRule | null; readonly unit: UnitRule | null },
  line: LineReader,
): NamedPlace {
  const { building, unit } = rules;
  const estate = namedEstate(rules.estate, line);
  if (!estate) throw new RowRejection('NO_ESTATE');
  const unitCode = unit ? line('unit.code', unit.code, MAX.code) : '';
  if (unitCode === '' && unit?.missing === 'REJECT') throw new RowRejection('NO_UNIT');
  if (unitCode === '' || !building) return { estate, building: null, unitCode: unitCode || null };
  const code = line('building.code', building.code, MAX.code) || building.otherwise;
  if (code === null) throw new RowRejection('NO_BUILDING');
  return { estate, building: { code, name: line('building.name', building.name, MAX.name) || code }, unitCode };
}

/** What a value of a row means. @throws RowRejection when it means nothing */
export function valueOf<T extends string>(field: string, rule: ValueRule<T>, value: RowValues): T {
  const written = rule.column === null ? '' : value(rule.column).trim();
  const meaning = rule.values.get(written) ?? rule.otherwise;
  if (meaning === null) throw new RowRejection('UNKNOWN_VALUE', `${field}: ${written.slice(0, 40)}`);
  return meaning;
}

/** A row as `read` sees it, or why it is none. */
export function orRejection<D>(read: () => D): D | RowRejection {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowRejection) return error;
    throw error;
  }
}
