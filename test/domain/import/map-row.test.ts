import { describe, expect, test } from '@jest/globals';
import { mapRow, type TicketDraft } from '../../../src/domain/import/map-row.js';
import { RowRejection } from '../../../src/domain/import/reject-reason.js';
import { mappingOf } from '../../support/import-mapping.js';

const NOW = Date.parse('2020-06-01T00:00:00Z');
const ROW = {
  id: '1',
  area: 'A1',
  unit: '7',
  what: 'Tap drips',
  state: 'done',
  opened: '2020-01-06 09:00',
  visited: '2020-01-07 10:00',
  closed: '2020-01-07 11:00',
};

const mapped = (
  changes: Partial<Record<keyof typeof ROW, string>> = {},
  mapping = mappingOf(),
): TicketDraft | RowRejection => {
  const row: Record<string, string> = { ...ROW, ...changes };
  return mapRow(mapping, (column) => row[column] ?? '', NOW);
};
const codeOf = (verdict: TicketDraft | RowRejection): string =>
  verdict instanceof RowRejection ? verdict.code : 'TAKEN';
const timesOf = (verdict: TicketDraft | RowRejection) => {
  if (verdict instanceof RowRejection) throw verdict;
  const { at, flags } = verdict.times;
  return { at: Object.fromEntries(Object.entries(at).map(([name, ms]) => [name, new Date(ms).toISOString()])), flags };
};
const withTimes = (changes: object) => {
  const times = { reportedAt: { columns: ['opened'], formats: ['YYYY-MM-DD HH:mm', 'YYYY-MM-DD'] }, ...changes };
  return mappingOf({ times });
};
const day = { columns: ['visited'], formats: ['YYYY-MM-DD'] };
const closing = { columns: ['closed'], formats: ['YYYY-MM-DD HH:mm'] };

describe('rows as tickets', () => {
  test('a whole row is taken as it stands', () => {
    expect(mapped()).toMatchObject({
      reference: '1',
      estate: { code: 'A1', name: 'Area A1' },
      building: { code: 'A1-B', name: 'A1-B' },
      unitCode: '7',
      stage: 'CLOSED',
      subject: 'Tap drips',
      description: null,
    });
    expect(timesOf(mapped())).toEqual({
      at: {
        reportedAt: '2020-01-06T17:00:00.000Z',
        startedAt: '2020-01-07T18:00:00.000Z',
        closedAt: '2020-01-07T19:00:00.000Z',
      },
      flags: [],
    });
  });

  test.each<[string, Partial<Record<keyof typeof ROW, string>>, string]>([
    ['no reference', { id: '  ' }, 'NO_REFERENCE'],
    ['no estate', { area: '' }, 'NO_ESTATE'],
    ['no subject', { what: ' \t ' }, 'NO_SUBJECT'],
    ['no report time', { opened: '' }, 'NO_REPORT_TIME'],
    ['a report that cannot be read', { opened: '2020-02-30 09:00' }, 'UNREADABLE_TIME'],
    ['a closing that cannot be read', { closed: 'yesterday' }, 'UNREADABLE_TIME'],
    ['a report in the future', { opened: '2020-06-01 00:00' }, 'IMPOSSIBLE_TIME'],
    ['a report from before all records', { opened: '1999-12-30 09:00' }, 'IMPOSSIBLE_TIME'],
    ['a state without a meaning', { state: 'whatever' }, 'UNKNOWN_VALUE'],
    ['a state in other letters', { state: 'Done' }, 'UNKNOWN_VALUE'],
    ['a control character', { what: 'a\u0000b' }, 'CONTROL_CHARACTER'],
    ['a subject that is too long', { what: 'x'.repeat(201) }, 'TOO_LONG'],
    ['a reference that is too long', { id: 'x'.repeat(201) }, 'TOO_LONG'],
  ])('%s rejects the row', (_, changes, code) => {
    expect(codeOf(mapped(changes))).toBe(code);
  });

  test('white space is no content, and line breaks do not reach a single line', () => {
    expect(mapped({ what: '  Tap\n drips\t', id: ' 1 ', state: ' done ' })).toMatchObject({
      subject: 'Tap drips',
      reference: '1',
      stage: 'CLOSED',
    });
  });

  test('a line of a description whose columns are empty is left out', () => {
    const mapping = mappingOf({ description: 'Unit: {unit}\nVisited: {visited}\n{{as exported}}' });
    expect(mapped({ visited: '' }, mapping)).toMatchObject({ description: 'Unit: 7\n{as exported}' });
  });

  test('rows without an estate, a building or a unit go where the mapping says', () => {
    const estate = { code: '{area}', name: '{area}', timeZone: 'UTC', otherwise: { code: 'REST', name: 'Elsewhere' } };
    expect(mapped({ area: '' }, mappingOf({ estate, building: { code: 'B' } }))).toMatchObject({
      estate: { code: 'REST' },
    });
    const building = { code: '{area}', otherwise: 'MAIN' };
    expect(mapped({ area: '' }, mappingOf({ estate, building }))).toMatchObject({ building: { code: 'MAIN' } });
    expect(codeOf(mapped({ area: '' }, mappingOf({ estate, building: { code: '{area}' } })))).toBe('NO_BUILDING');
    expect(mapped({ unit: '' })).toMatchObject({ unitCode: null, building: null });
    expect(codeOf(mapped({ unit: '' }, mappingOf({ unit: { code: '{unit}', missing: 'REJECT' } })))).toBe('NO_UNIT');
  });
});

describe('times of a row', () => {
  test('an impossible time is left out and noted, or rejects the row, as the mapping says', () => {
    const before = { visited: '2020-01-05 10:00' };
    expect(timesOf(mapped(before))).toMatchObject({
      at: { closedAt: '2020-01-07T19:00:00.000Z' },
      flags: ['IMPOSSIBLE_DROPPED'],
    });
    expect(timesOf(mapped(before)).at).not.toHaveProperty('startedAt');
    const after = { visited: '2020-01-08 10:00' };
    expect(timesOf(mapped(after)).flags).toEqual(['IMPOSSIBLE_DROPPED']);
    const strict = withTimes({
      startedAt: { ...day, formats: ['YYYY-MM-DD HH:mm'], impossible: 'REJECT' },
      closedAt: closing,
    });
    expect(codeOf(mapped(before, strict))).toBe('IMPOSSIBLE_TIME');
    expect(timesOf(mapped({ closed: '2020-01-05 10:00', visited: '' })).flags).toEqual([
      'IMPOSSIBLE_DROPPED',
      'CLOSED_WITHOUT_TIME',
    ]);
    expect(timesOf(mapped({ closed: '2021-01-05 10:00', visited: '' })).flags).toEqual([
      'IMPOSSIBLE_DROPPED',
      'CLOSED_WITHOUT_TIME',
    ]);
  });

  test.each([
    ['LATEST', '2020-01-07', '2020-01-07 11:00', '2020-01-07T19:00:00.000Z'],
    ['LATEST', '2020-01-07', '2020-01-09 11:00', '2020-01-08T07:59:59.000Z'],
    ['EARLIEST', '2020-01-07', '2020-01-09 11:00', '2020-01-07T08:00:00.000Z'],
    ['EARLIEST', '2020-01-06', '2020-01-09 11:00', '2020-01-06T17:00:00.000Z'],
    ['UNKNOWN', '2020-01-07', '2020-01-09 11:00', undefined],
  ])('%s in a day lies within the report and the closing', (dayOnly, visited, closed, startedAt) => {
    const found = timesOf(
      mapped({ visited, closed }, withTimes({ startedAt: { ...day, dayOnly }, closedAt: closing })),
    );
    expect(found.at['startedAt']).toBe(startedAt);
    expect(found.flags).toEqual(['DAY_ONLY']);
  });

  test('a day before the report or after the closing is impossible whatever the hour', () => {
    const mapping = withTimes({ startedAt: day, closedAt: closing });
    expect(timesOf(mapped({ visited: '2020-01-05' }, mapping)).flags).toEqual(['IMPOSSIBLE_DROPPED']);
    expect(timesOf(mapped({ visited: '2020-01-08' }, mapping)).flags).toEqual(['IMPOSSIBLE_DROPPED']);
  });

  test('midnight is a day where the mapping says so, and midnight where it does not', () => {
    const at = { visited: '2020-01-07 00:00' };
    const rule = { columns: ['visited'], formats: ['YYYY-MM-DD HH:mm'] };
    const read = (midnightMeansDay: boolean) =>
      timesOf(mapped(at, withTimes({ startedAt: { ...rule, midnightMeansDay }, closedAt: closing }))).at['startedAt'];
    expect(read(false)).toBe('2020-01-07T08:00:00.000Z');
    expect(read(true)).toBe('2020-01-07T19:00:00.000Z');
  });

  test('a milestone that the stage has not reached was a plan', () => {
    expect(timesOf(mapped({ state: 'passed', closed: '' }))).toEqual({
      at: { reportedAt: '2020-01-06T17:00:00.000Z' },
      flags: ['NOT_REACHED_DROPPED'],
    });
    expect(timesOf(mapped({ state: 'new', visited: '' })).flags).toEqual(['NOT_REACHED_DROPPED']);
  });

  test('the first column with a content counts', () => {
    const mapping = withTimes({ closedAt: { ...closing, columns: ['closed', 'visited'] } });
    expect(timesOf(mapped({ closed: '' }, mapping)).at['closedAt']).toBe('2020-01-07T18:00:00.000Z');
  });

  test('of two instants that a local time may mean, the one that is possible counts', () => {
    const night = { opened: '2019-11-03 01:50', visited: '', closed: '2019-11-03 01:10' };
    expect(timesOf(mapped(night))).toEqual({
      at: { reportedAt: '2019-11-03T08:50:00.000Z', closedAt: '2019-11-03T09:10:00.000Z' },
      flags: [],
    });
    const later = mappingOf({ file: { timeZone: 'America/Los_Angeles', overlap: 'LATER' } });
    expect(timesOf(mapped({ ...night, closed: '2019-11-03 03:00' }, later)).at['reportedAt']).toBe(
      '2019-11-03T09:50:00.000Z',
    );
  });

  test('a local time that clocks skipped is shifted and noted, or rejects the row', () => {
    const spring = { opened: '2020-03-08 02:30', visited: '', closed: '2020-03-08 04:00' };
    expect(timesOf(mapped(spring))).toMatchObject({
      at: { reportedAt: '2020-03-08T10:30:00.000Z' },
      flags: ['SHIFTED_ACROSS_GAP'],
    });
    expect(codeOf(mapped(spring, mappingOf({ file: { timeZone: 'America/Los_Angeles', gap: 'REJECT' } })))).toBe(
      'UNREADABLE_TIME',
    );
  });
});
