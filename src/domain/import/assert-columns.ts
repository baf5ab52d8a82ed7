import { invalidInput } from '../errors.js';
import type { ImportMapping } from './import-mapping.js';
import { columnsOf, type Template } from './template.js';

/**
 * Checks that a file has what the mapping names.
 * @throws INVALID_INPUT with the key's path when a column is not in the header, or stands there twice
 */
export function assertColumns(mapping: ImportMapping, header: readonly string[]): void {
  for (const [path, column] of namedColumns(mapping)) {
    const times = header.filter((name) => name === column).length;
    if (times === 0)
      throw invalidInput(path, `the file has no column "${column}"; it has: ${header.join(', ').slice(0, 500)}`);
    if (times > 1) throw invalidInput(path, `the file has ${times} columns "${column}"`);
  }
}

function namedColumns(mapping: ImportMapping): (readonly [string, string])[] {
  const { reference, estate, building, unit, kind, stage, channel, urgency, times } = mapping;
  const { subject, description, contactName, contactPhone } = mapping;
  const texts: Record<string, Template | null | undefined> = {
    ...{ reference, subject, description, contactName, contactPhone },
    ...{ 'estate.code': estate.code, 'estate.name': estate.name, 'unit.code': unit?.code },
    ...{ 'building.code': building?.code, 'building.name': building?.name },
  };
  return [
    ...Object.entries(texts).flatMap(([path, text]) => columnsOf(text ?? []).map((column) => [path, column] as const)),
    ...Object.entries({ kind, stage, channel, urgency }).flatMap(([path, { column }]) =>
      column === null ? [] : [[`${path}.column`, column] as const],
    ),
    ...Object.entries(times).flatMap(([path, rule]) =>
      rule.columns.map((column, i) => [`times.${path}.columns[${i}]`, column] as const),
    ),
  ];
}
