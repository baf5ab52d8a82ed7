import { describe, expect, test } from '@jest/globals';
import { endOfFiledMonth } from '../../../src/domain/repair/filing-month.js';
import { assertFinding, stateOfCheck } from '../../../src/domain/repair/spot-check.js';

describe('R-RPR-19 · an order passes a spot-check when it is complete, accurate and somebody came as required', () => {
  test.each([
    [true, true, true, 'PASSED'],
    [false, true, true, 'FAULTY'],
    [true, false, true, 'FAULTY'],
    [true, true, false, 'FAULTY'],
  ] as const)('%s %s %s: %s', (complete, accurate, arrivedAsRequired, state) => {
    const answers = { complete, accurate, arrivedAsRequired };
    expect(stateOfCheck(answers)).toBe(state);
    const say = (finding: string | null) => () => assertFinding(answers, finding);
    expect(say('缺客户签字')).not.toThrow();
    if (state === 'PASSED') expect(say(null)).not.toThrow();
    else expect(say(null)).toThrow(expect.objectContaining({ facts: { path: 'input.finding' } }));
  });
});

describe('R-RPR-18 · a month is filed once it is over, by the days of the estate', () => {
  const now = new Date('2026-10-31T16:00:00Z');
  test.each([
    ['2026-10', '2026-10-31T16:00:00.000Z'],
    ['2025-12', '2025-12-31T16:00:00.000Z'],
  ])('%s ends at %s', (month, end) => {
    expect(endOfFiledMonth(month, 'Asia/Shanghai', now).toISOString()).toBe(end);
  });

  test('a month that is not over is refused, by a millisecond too', () => {
    for (const [month, at] of [
      ['2026-11', now],
      ['2026-10', new Date(now.getTime() - 1)],
    ] as const)
      expect(() => endOfFiledMonth(month, 'Asia/Shanghai', at)).toThrow(
        expect.objectContaining({ code: 'RULE_REFUSED', facts: expect.objectContaining({ rule: 'R-RPR-18' }) }),
      );
  });

  test.each(['2026-13', '2026-1', '1999-12', 'x'])('“%s” is no month', (month) => {
    expect(() => endOfFiledMonth(month, 'Asia/Shanghai', now)).toThrow(
      expect.objectContaining({ facts: { path: 'input.month' } }),
    );
  });
});
