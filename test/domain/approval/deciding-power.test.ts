import { describe, expect, test } from '@jest/globals';
import { assertTakes, type ApprovalState, type ApprovalVerb } from '../../../src/domain/approval/approval-life.js';
import { actionOfStep, firstStep, kindsDecidedWith } from '../../../src/domain/approval/approval-route.js';
import { decidesAs, decidingPowers, type Decider } from '../../../src/domain/approval/deciding-power.js';
import type { Deputyship } from '../../../src/domain/deputy/deputyship.js';
import type { Action } from '../../../src/domain/identity/action.js';

const AWAITED = { action: 'policy.review' as Action, estateId: 'E1', preparedBy: 'ann' };
const deputyship = (over: Partial<Deputyship> = {}): Deputyship => ({
  id: 'd1',
  absentId: 'quinn',
  role: 'QUALITY_OFFICER',
  estateId: null,
  fromDay: '2026-11-20',
  untilDay: '2026-11-25',
  today: '2026-11-22',
  ...over,
});
const person = (staffId: string | null, estates: 'ALL' | string[] | null, ...deputyships: Deputyship[]): Decider => ({
  staffId,
  actions: new Map(estates === null ? [] : [['policy.review', estates === 'ALL' ? 'ALL' : new Set(estates)]]),
  deputyships,
});
const refusal = (decider: Decider, awaited = AWAITED): unknown => {
  try {
    return { as: decidesAs(decider, awaited) };
  } catch (error) {
    const { code, facts } = error as { code: string; facts: { readonly rule?: string } };
    return facts.rule === undefined ? code : `${code} ${facts.rule}`;
  }
};

describe('persons are compared, not roles', () => {
  test.each<[string, Decider, unknown]>([
    ['holds the action everywhere', person('quinn', 'ALL'), { as: null }],
    ['holds it on the estate', person('quinn', ['E1']), { as: null }],
    ['holds it elsewhere', person('quinn', ['E2']), 'FORBIDDEN'],
    ['holds nothing', person('quinn', null), 'FORBIDDEN'],
    ['has prepared it', person('ann', 'ALL'), 'RULE_REFUSED R-ORG-68'],
    ['has prepared it and stands in for another', person('ann', null, deputyship()), 'RULE_REFUSED R-ORG-68'],
    ['stands in', person('ben', null, deputyship()), { as: 'quinn' }],
    ['stands in on the estate', person('ben', null, deputyship({ estateId: 'E1' })), { as: 'quinn' }],
    ['stands in elsewhere', person('ben', null, deputyship({ estateId: 'E2' })), 'FORBIDDEN'],
    ['stands in for another post', person('ben', null, deputyship({ role: 'CASHIER' })), 'FORBIDDEN'],
    [
      'stands in for who has prepared it',
      person('ben', null, deputyship({ absentId: 'ann' })),
      'RULE_REFUSED R-ORG-68',
    ],
    [
      'stands in for who has prepared it, and for another',
      person('ben', null, deputyship({ absentId: 'ann' }), deputyship({ id: 'd2' })),
      { as: 'quinn' },
    ],
    ['holds it and stands in too', person('ben', ['E1'], deputyship()), { as: null }],
    ['is another system', person(null, 'ALL', deputyship()), 'RULE_REFUSED R-ORG-68'],
  ])('R-ORG-68, D-18, Q-43 · who %s', (_, decider, expected) => {
    expect(refusal(decider)).toEqual(expected);
  });

  test.each([
    ['2026-11-19', 'RULE_REFUSED Q-43'],
    ['2026-11-20', { as: 'quinn' }],
    ['2026-11-24', { as: 'quinn' }],
    ['2026-11-25', 'RULE_REFUSED Q-43'],
  ])('Q-43 · a deputy from 20 until before 25 November decides on %s: %j', (today, expected) => {
    expect(refusal(person('ben', null, deputyship({ today })))).toEqual(expected);
  });

  test('Q-43 · what waits is what powers cover: none outside the dates, none of another system', () => {
    const of = (decider: Decider) => decidingPowers(decider).filter((power) => power.action === 'policy.review');
    expect(of(person('ben', ['E1', 'E2'], deputyship()))).toEqual([
      { action: 'policy.review', estateId: 'E1', onBehalfOf: null },
      { action: 'policy.review', estateId: 'E2', onBehalfOf: null },
      { action: 'policy.review', estateId: null, onBehalfOf: 'quinn' },
    ]);
    expect(of(person('ben', null, deputyship({ today: '2026-12-01' })))).toEqual([]);
    expect(of(person(null, 'ALL', deputyship()))).toEqual([]);
  });
});

describe('the life of an approval', () => {
  const TAKES: Readonly<Record<ApprovalState, readonly ApprovalVerb[]>> = {
    IN_REVIEW: ['review', 'sendBack', 'withdraw'],
    IN_APPROVAL: ['grant', 'sendBack', 'withdraw'],
    SENT_BACK: ['resubmit', 'withdraw'],
    APPROVED: [],
    WITHDRAWN: [],
  };
  const VERBS: readonly ApprovalVerb[] = ['review', 'grant', 'sendBack', 'resubmit', 'withdraw'];

  test.each(Object.entries(TAKES) as [ApprovalState, readonly ApprovalVerb[]][])(
    'Q-18 · %s takes %j and nothing else',
    (state, taken) => {
      for (const verb of VERBS)
        if (taken.includes(verb)) expect(() => assertTakes(state, verb)).not.toThrow();
        else
          expect(() => assertTakes(state, verb)).toThrow(
            expect.objectContaining({ code: 'RULE_REFUSED', facts: { rule: 'Q-18', state, verb, allowed: taken } }),
          );
    },
  );

  test('R-ORG-68 · an estate’s policy is reviewed and approved, the company’s is approved', () => {
    expect(firstStep('POLICY_CHANGE', 'E1')).toBe('IN_REVIEW');
    expect(firstStep('POLICY_CHANGE', null)).toBe('IN_APPROVAL');
    expect(actionOfStep('POLICY_CHANGE', 'E1', 'IN_REVIEW')).toBe('policy.review');
    expect(actionOfStep('POLICY_CHANGE', 'E1', 'IN_APPROVAL')).toBe('policy.approve');
    expect(actionOfStep('POLICY_CHANGE', null, 'IN_APPROVAL')).toBe('policy.approve');
    expect(kindsDecidedWith('policy.review')).toEqual(['POLICY_CHANGE']);
    expect(kindsDecidedWith('policy.change')).toEqual([]);
  });
});
