import { describe, expect, test } from '@jest/globals';
import { readTimeFormat } from '../../../src/domain/import/time-format.js';
import { RowRejection } from '../../../src/domain/import/reject-reason.js';
import { writtenArea, writtenDay, writtenPhone } from '../../../src/domain/import/written-value.js';
import { readPeopleMapping } from '../../../src/domain/import/people-mapping.js';
import { readStaffMapping } from '../../../src/domain/import/staff-mapping.js';
import { readUnitMapping } from '../../../src/domain/import/unit-mapping.js';

const told = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowRejection) return error.code;
    throw error;
  }
};

describe('values as spreadsheets write them', () => {
  test.each([
    ['88.5', 88_500],
    ['８８．５㎡', 88_500],
    ['1,088.50', 1_088_500],
    ['1，088.5 平方米', 1_088_500],
    ['120 m²', 120_000],
    ['90.1250', 90_125],
    ['', null],
    ['0', 'UNREADABLE_NUMBER'],
    ['-5', 'UNREADABLE_NUMBER'],
    ['1,08.5', 'UNREADABLE_NUMBER'],
    ['1.23456', 'UNREADABLE_NUMBER'],
    ['1000000', 'UNREADABLE_NUMBER'],
    ['约90', 'UNREADABLE_NUMBER'],
  ])('the area %s is %s', (text, area) => expect(told(() => writtenArea('area', text))).toBe(area));

  test.each([
    ['１３８００００１１１１', '13800001111'],
    ['13800001111.0', '13800001111'],
    ['021-55550000', '021-55550000'],
    ['+86 138 0000 1111', '+86 138 0000 1111'],
    ['', ''],
    ['1.38E+10', 'DAMAGED_NUMBER'],
    ['1.38e10', 'DAMAGED_NUMBER'],
  ])('the telephone %s is %s', (text, phone) => expect(told(() => writtenPhone('phone', text))).toBe(phone));

  const formats = ['YYYY-MM-DD', 'YYYY/M/D H:mm', 'YYYY年M月D日'].map((format) => readTimeFormat('from', format));
  test.each([
    ['2026-02-28', '2026-02-28'],
    ['２０２６-０２-２８', '2026-02-28'],
    ['2026/2/8 23:59', '2026-02-08'],
    ['2026年12月1日', '2026-12-01'],
    ['', null],
    ['2026-02-30', 'UNREADABLE_DATE'],
    ['46081', 'UNREADABLE_DATE'],
  ])('the day %s is %s', (text, day) =>
    expect(told(() => writtenDay('from', { column: 'x', formats }, () => text))).toBe(day),
  );
});

describe('mappings of places and people refuse what they do not understand, with the key’s path', () => {
  const place = { source: 's', reference: '{id}', file: {}, estate: { code: '{e}' } };
  const day = { column: 'd', formats: ['YYYY-MM-DD'] };
  const units = { ...place, building: { code: '{b}' }, unit: { code: '{u}' }, use: 'SHOP' };
  const people = { ...units, use: undefined, customer: { reference: '{c}', name: '{n}', kind: 'PERSON' } };
  const whole = { ...people, capacity: 'OWNER', from: day };
  const staff = { ...place, name: '{n}' };
  test.each([
    [readUnitMapping, units, null],
    [readUnitMapping, { ...units, areas: 1 }, 'areas'],
    [readUnitMapping, { ...units, use: 'HOUSE' }, 'use'],
    [readUnitMapping, { ...units, unit: undefined }, 'unit'],
    [readUnitMapping, { ...units, file: { skipLines: 51 } }, 'file.skipLines'],
    [readUnitMapping, { ...units, file: { encoding: 'utf-16' } }, 'file.encoding'],
    [readUnitMapping, { ...units, createMissing: { estates: true } }, 'estate'],
    [readUnitMapping, { ...units, state: { is: 'VACANT' } }, 'state.from'],
    [readPeopleMapping, whole, null],
    [readPeopleMapping, { ...whole, from: { column: 'd', formats: ['MM-DD'] } }, 'from.formats[0]'],
    [readPeopleMapping, { ...whole, capacity: { column: 'c', values: { x: 'BOSS' } } }, 'capacity.values.x'],
    [readPeopleMapping, { ...whole, customer: { name: '{n}' } }, 'customer.reference'],
    [readStaffMapping, staff, null],
    [readStaffMapping, { ...staff, roles: { column: 'r', values: { x: 'KING' } } }, 'roles.values.x'],
    [readStaffMapping, { ...staff, name: undefined }, 'name'],
  ] as const)('%p %j: %s', (read, json, path) => {
    const found = ((): unknown => {
      try {
        read(JSON.parse(JSON.stringify(json)));
        return null;
      } catch (error) {
        return (error as { facts: { path: string } }).facts.path;
      }
    })();
    expect(found).toBe(path);
  });
});
