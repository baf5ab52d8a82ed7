import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { assertColumns } from '../../../src/domain/import/assert-columns.js';
import { columnsOfTickets, readMapping } from '../../../src/domain/import/read-mapping.js';
import { COLUMNS, mappingJson, mappingOf } from '../../support/import-mapping.js';

const pathOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.facts['path'];
    throw error;
  }
  return 'accepted';
};

describe('mapping files', () => {
  test('the shipped example is valid and fits the shipped file', async () => {
    const mapping = readMapping(JSON.parse(await readFile('examples/import/service-requests.map.json', 'utf8')));
    const header = (await readFile('test/fixtures/service-requests.csv', 'utf8')).split('\r\n')[0] ?? '';
    expect(pathOf(() => assertColumns(columnsOfTickets(mapping), header.split(',')))).toBe('accepted');
  });

  const time = { columns: ['opened'], formats: ['YYYY-MM-DD'] };
  const stage = { column: 'state', values: { done: 'CLOSED' } };
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', { surprise: 1 }, 'surprise'],
    ['an unknown key below', { file: { timeZone: 'UTC', delimeter: ';' } }, 'file.delimeter'],
    ['a missing key', { subject: undefined }, 'subject'],
    ['a source that is no code', { source: 'old system' }, 'source'],
    ['an unknown zone', { file: { timeZone: 'America/Los_Angels' } }, 'file.timeZone'],
    ['a delimiter of two characters', { file: { timeZone: 'UTC', delimiter: '||' } }, 'file.delimiter'],
    ['a stage that the house does not know', { stage: 'DONE' }, 'stage'],
    ['a stage among the values', { stage: { ...stage, values: { 'all done': 'DONE' } } }, 'stage.values["all done"]'],
    ['a fallback that the house does not know', { stage: { ...stage, otherwise: 'IGNORE' } }, 'stage.otherwise'],
    ['a kind without a life cycle', { kind: 'COMPLAINT' }, 'kind'],
    ['a template with a single brace', { subject: '{what' }, 'subject'],
    ['no report time', { times: { closedAt: time } }, 'times.reportedAt'],
    ['no format', { times: { reportedAt: { ...time, formats: [] } } }, 'times.reportedAt.formats'],
    [
      'a format that is none',
      { times: { reportedAt: { ...time, formats: ['YYYY-MM-DD', 'Q'] } } },
      'times.reportedAt.formats[1]',
    ],
    ['an estate without code and name', { estate: { timeZone: 'UTC' } }, 'estate.code'],
    ['estates to create without a name', { estate: { code: '{area}', timeZone: 'UTC' } }, 'estate'],
    ['estates to create without a zone', { estate: { code: '{area}', name: '{area}' } }, 'estate.timeZone'],
    ['units to create without a building', { building: undefined, createMissing: { units: true } }, 'building'],
    ['a flag that is none', { createMissing: { estates: 'yes' } }, 'createMissing.estates'],
  ])('%s is refused with the path of the key', (_, changes, path) => {
    expect(pathOf(() => mappingOf(changes))).toBe(path);
  });

  test.each([[null], [[]], ['text'], [1]])('%j is no mapping', (json) => {
    expect(pathOf(() => readMapping(json))).toBe('mapping');
  });

  test('comments are allowed everywhere', () => {
    const json = { ...mappingJson(), $comment: 'why', stage: { ...stage, $comment: 'why' } };
    expect(pathOf(() => readMapping(json))).toBe('accepted');
  });

  test('a column that the file lacks or has twice is refused with the path of the key', () => {
    const header = COLUMNS.split(',');
    const lacking = (name: string): string[] => header.filter((column) => column !== name);
    expect(pathOf(() => assertColumns(columnsOfTickets(mappingOf()), lacking('unit')))).toBe('unit.code');
    expect(pathOf(() => assertColumns(columnsOfTickets(mappingOf()), lacking('state')))).toBe('stage.column');
    expect(pathOf(() => assertColumns(columnsOfTickets(mappingOf()), lacking('visited')))).toBe(
      'times.startedAt.columns[0]',
    );
    expect(pathOf(() => assertColumns(columnsOfTickets(mappingOf()), [...header, 'id']))).toBe('reference');
    expect(pathOf(() => assertColumns(columnsOfTickets(mappingOf()), header))).toBe('accepted');
  });
});
