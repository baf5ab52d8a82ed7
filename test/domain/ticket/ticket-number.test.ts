import { expect, test } from '@jest/globals';
import { localDay } from '../../../src/domain/place/local-day.js';
import { repairSeries } from '../../../src/domain/ticket/ticket-number.js';

test('R-RPR-03 · numbers run by estate and by the year that the estate is in', () => {
  const newYear = new Date('2026-12-31T16:00:00Z');
  expect(repairSeries('E01', localDay(newYear, 'Asia/Shanghai'))).toEqual({
    series: 'REPAIR-2027',
    prefix: 'E01-R27-',
  });
  expect(repairSeries('E01', localDay(newYear, 'Europe/London'))).toEqual({
    series: 'REPAIR-2026',
    prefix: 'E01-R26-',
  });
});
