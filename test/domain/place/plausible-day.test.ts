import { expect, test } from '@jest/globals';
import { assertDay, assertPlausibleDay } from '../../../src/domain/place/plausible-day.js';

test.each(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])('%s is no day of an estate', (day) => {
  expect(() => assertDay('on', day)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});

test.each([
  ['1900-01-01', true],
  ['2056-11-22', true],
  ['2056-11-23', false],
  ['1899-12-31', false],
])('seen from 2026-11-22, %s may be recorded: %s', (day, allowed) => {
  const record = expect(() => assertPlausibleDay('input.fromDay', day, '2026-11-22'));
  if (allowed) record.not.toThrow();
  else record.toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
});
