import { describe, expect, test } from '@jest/globals';
import type { DomainError } from '../../../src/domain/errors.js';
import { phaseOf } from '../../../src/domain/ticket/lives.js';
import {
  assertJoins,
  assertLeads,
  assertOwnWork,
  whereto,
  type Mergeable,
} from '../../../src/domain/ticket/merging.js';
import type { ComplaintStage } from '../../../src/domain/complaint/complaint-stage.js';
import type { RepairStage } from '../../../src/domain/ticket/repair-stage.js';

const repair = (stage: RepairStage, over: Partial<Mergeable> = {}): Mergeable => ({
  id: 'one',
  estateId: 'E01',
  kind: 'REPAIR',
  stage,
  phase: phaseOf('REPAIR', stage),
  urgency: 'ORDINARY',
  ...over,
});
const complaint = (stage: ComplaintStage, over: Partial<Mergeable> = {}): Mergeable => ({
  id: 'one',
  estateId: 'E01',
  kind: 'COMPLAINT',
  stage,
  phase: phaseOf('COMPLAINT', stage),
  complaintClass: 'GENERAL',
  ...over,
});
/** `ok`, or the code and the rule of the refusal. */
const verdict = (work: () => void): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    const { code, facts } = error as DomainError;
    return [code, facts['rule']].filter(Boolean).join(' ');
  }
};
const REFUSED = 'RULE_REFUSED R-DSP-03';

describe('tickets that are one work', () => {
  test.each([
    [repair('REPORTED'), 'ok'],
    [repair('ON_SITE'), 'ok'],
    [repair('CARRIED_OVER'), 'ok'],
    [repair('COMPLETED'), REFUSED],
    [repair('RETURNED'), REFUSED],
    [repair('CLOSED'), REFUSED],
    [repair('CANCELLED'), REFUSED],
    [repair('REPORTED', { mergedIntoId: 'three' }), REFUSED],
    [complaint('RECORDED'), 'ok'],
    [complaint('DEPARTMENT_REPORTED'), 'ok'],
    [complaint('REPLIED'), REFUSED],
    [complaint('EXPLAINED'), REFUSED],
    [repair('REPORTED', { kind: 'ENQUIRY' }), REFUSED],
  ])('R-DSP-03 · leads others: %j: %s', (leading, expected) =>
    expect(verdict(() => assertLeads(leading))).toBe(expected),
  );

  const leading = { id: 'two' };
  test.each([
    ['a report joins one that is forwarded', repair('REPORTED'), repair('FORWARDED', leading), 'ok'],
    ['a carried-over order joins', repair('CARRIED_OVER'), repair('ON_SITE', leading), 'ok'],
    ['nobody is called off the site', repair('ON_SITE'), repair('FORWARDED', leading), REFUSED],
    ['work that is done is done', repair('COMPLETED'), repair('FORWARDED', leading), REFUSED],
    ['what is closed stays', repair('CLOSED'), repair('FORWARDED', leading), REFUSED],
    ['a complaint joins no repair', complaint('RECORDED'), repair('FORWARDED', leading), REFUSED],
    ['none crosses estates', repair('REPORTED', { estateId: 'E02' }), repair('FORWARDED', leading), REFUSED],
    ['no chains', repair('REPORTED', { mergedIntoId: 'three' }), repair('FORWARDED', leading), REFUSED],
    ['not itself', repair('REPORTED'), repair('REPORTED'), 'INVALID_INPUT'],
    ['complaints join', complaint('WITH_DEPARTMENT'), complaint('RECTIFIED', leading), 'ok'],
    ['a rectified complaint does not', complaint('RECTIFIED'), complaint('RECORDED', leading), REFUSED],
  ])('R-DSP-03 · %s', (_, ticket, to, expected) => expect(verdict(() => assertJoins(ticket, to))).toBe(expected));

  test('R-RPR-08 · R-CMP-14 · D-27 · nothing waits longer for being reported twice', () => {
    const urgent = { urgency: 'EMERGENCY' } as const;
    expect(verdict(() => assertJoins(repair('REPORTED', urgent), repair('REPORTED', leading)))).toBe(
      'RULE_REFUSED R-RPR-08',
    );
    expect(verdict(() => assertJoins(repair('REPORTED', urgent), repair('REPORTED', { ...leading, ...urgent })))).toBe(
      'ok',
    );
    const grave = { complaintClass: 'IMPORTANT' } as const;
    expect(verdict(() => assertJoins(complaint('RECORDED', grave), complaint('RECORDED', leading)))).toBe(
      'RULE_REFUSED R-CMP-14',
    );
    expect(verdict(() => assertJoins(complaint('RECORDED'), complaint('RECORDED', { ...leading, ...grave })))).toBe(
      'ok',
    );
  });

  test.each([
    ['with the work', repair('FORWARDED'), repair('ON_SITE'), 'ON_SITE IN_PROGRESS'],
    ['to its end', repair('ON_SITE'), repair('COMPLETED'), 'COMPLETED RESOLVED'],
    ['nowhere twice', repair('COMPLETED'), repair('COMPLETED'), null],
    ['to the return, also when the leading one is filed', repair('SIGNED'), repair('CLOSED'), 'RETURNED RESOLVED'],
    ['back with a reopened one', repair('RETURNED'), repair('ACCEPTED'), 'ACCEPTED IN_PROGRESS'],
    ['not back, once its customer was called', repair('CALLED_BACK'), repair('ACCEPTED'), null],
    ['nowhere when it is closed', repair('CLOSED'), repair('ACCEPTED'), null],
    ['away when the leading one was called off', repair('FORWARDED'), repair('CANCELLED'), 'AWAY'],
    ['away when it was declined', repair('ON_SITE'), repair('DECLINED'), 'AWAY'],
    ['with the department', complaint('RECORDED'), complaint('RECTIFIED'), 'RECTIFIED IN_PROGRESS'],
    ['not to the reply: each customer is answered', complaint('RECTIFIED'), complaint('REPLIED'), null],
    ['not back, once its customer was answered', complaint('REPLIED'), complaint('WITH_DEPARTMENT'), null],
    ['away when it was explained', complaint('RECORDED'), complaint('EXPLAINED'), 'AWAY'],
  ])('R-CBK-01 · R-DSP-03 · a joined ticket goes %s', (_, ticket, to, expected) => {
    const there = whereto(ticket, to);
    expect(there === null || there === 'AWAY' ? there : `${there.stage} ${there.phase}`).toBe(expected);
  });

  test('R-DSP-03 · work is done on the leading ticket', () => {
    expect(verdict(() => assertOwnWork({ mergedIntoId: 'two' }))).toBe(REFUSED);
    expect(verdict(() => assertOwnWork({ mergedIntoId: null }))).toBe('ok');
  });
});
