import { describe, expect, test } from '@jest/globals';
import { inTurns, type AttentionReason } from '../../../src/domain/queue/attention-reason.js';

const row = (reason: AttentionReason, day: number) => ({ reason, since: new Date(Date.UTC(2026, 0, day)) });

describe('what needs attention', () => {
  test('D-26 · the oldest of each reason comes first, the gravest reason before the others, then the next oldest', () => {
    const rows = [
      row('SILENT_ESTATE', 1),
      row('LIMIT_PASSED', 9),
      row('MAJOR_COMPLAINT', 8),
      row('LIMIT_PASSED', 2),
      row('MAJOR_COMPLAINT', 3),
    ];
    const told = inTurns(rows, 100).map(({ reason, since }) => `${reason} ${since.getUTCDate()}`);
    expect(told).toEqual([
      'MAJOR_COMPLAINT 3',
      'LIMIT_PASSED 2',
      'SILENT_ESTATE 1',
      'MAJOR_COMPLAINT 8',
      'LIMIT_PASSED 9',
    ]);
    expect(inTurns(rows, 2)).toEqual([row('MAJOR_COMPLAINT', 3), row('LIMIT_PASSED', 2)]);
    expect(inTurns([], 5)).toEqual([]);
  });
});
