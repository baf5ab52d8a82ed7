import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/domain/errors.js';
import { Allowances } from '../../../src/server/quota/allowances.js';
import { Quota, type Caller } from '../../../src/server/quota/quota.js';

const BOUNDS = { principalCost: 600, companyCost: 1_500, principalOperations: 2, companyOperations: 3 };
const COMPANY = 'company';
const staff = (accountId: string, companyId = COMPANY): Caller => ({
  principal: { companyId, accountId },
  address: '192.0.2.1',
});
const nobody = (address: string): Caller => ({ principal: null, address });

function open(): { readonly quota: Quota; readonly wait: (ms: number) => void } {
  let now = 5_000;
  return { quota: new Quota(BOUNDS, () => now), wait: (ms) => void (now += ms) };
}
function refusal(act: () => unknown): Readonly<Record<string, unknown>> | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, ...error.facts };
  }
}

describe('cost a minute', () => {
  it('is spent at once or bit by bit; then LIMIT_EXCEEDED says how many seconds until there is enough', () => {
    const { quota, wait } = open();
    quota.charge(staff('a'), 600);
    const told = refusal(() => quota.charge(staff('a'), 100));
    expect(told).toEqual({
      code: 'LIMIT_EXCEEDED',
      what: 'costPerMinute',
      of: 'principal',
      limit: 600,
      retryAfter: 10,
    });
    wait(9_900);
    expect(refusal(() => quota.charge(staff('a'), 100))).toMatchObject({ retryAfter: 1 });
    wait(100);
    expect(refusal(() => quota.charge(staff('a'), 100))).toBeNull();
    expect(refusal(() => quota.charge(staff('a'), 1))).not.toBeNull();
    wait(3_600_000);
    quota.charge(staff('a'), 600);
    expect(refusal(() => quota.charge(staff('a'), 1))).not.toBeNull();
  });

  it('who has spent its own takes nothing more of the company, and the others go on until all have spent that', () => {
    const { quota } = open();
    quota.charge(staff('greedy'), 600);
    for (let i = 0; i < 1_000; i += 1) refusal(() => quota.charge(staff('greedy'), 50));
    quota.charge(staff('b'), 600);
    quota.charge(staff('c'), 300);
    expect(refusal(() => quota.charge(staff('c'), 1))).toMatchObject({ of: 'company', limit: 1_500 });
    expect(refusal(() => quota.charge(staff('d'), 1))).toMatchObject({ of: 'company' });
    expect(refusal(() => quota.charge(staff('a', 'another company'), 600))).toBeNull();
  });

  it('what the company cannot give is not taken from the account', () => {
    const { quota, wait } = open();
    for (const account of ['a', 'b']) quota.charge(staff(account), 600);
    quota.charge(staff('c'), 300);
    expect(refusal(() => quota.charge(staff('d'), 100))).toMatchObject({ of: 'company' });
    wait(20_000);
    expect(refusal(() => quota.charge(staff('d'), 500))).toBeNull();
  });

  it('an operation that costs more than a minute runs when a whole minute is saved', () => {
    const { quota, wait } = open();
    expect(refusal(() => quota.charge(staff('a'), 1_400))).toBeNull();
    expect(refusal(() => quota.charge(staff('a'), 1))).toMatchObject({ retryAfter: 61 });
    wait(61_000);
    expect(refusal(() => quota.charge(staff('a'), 1))).toBeNull();
  });

  it('refused forms are fined, so that who sends only those is soon not read any more', () => {
    const { quota, wait } = open();
    let read = 0;
    while (refusal(() => quota.keepOpen(staff('a'))) === null && read < 100) {
      quota.fine(staff('a'));
      read += 1;
    }
    expect(read).toBe(6);
    wait(60_000);
    expect(refusal(() => quota.keepOpen(staff('a')))).toBeNull();
  });

  it('anonymous callers share the allowance of their network', () => {
    const { quota } = open();
    quota.charge(nobody('2001:db8:1:2::1'), 600);
    expect(refusal(() => quota.charge(nobody('2001:db8:1:2:ffff::2'), 1))).toMatchObject({ of: 'network' });
    expect(refusal(() => quota.charge(nobody('2001:db8:1:3::1'), 600))).toBeNull();
    quota.charge(nobody('192.0.2.1'), 600);
    expect(refusal(() => quota.charge(nobody('::ffff:192.0.2.1'), 1))).not.toBeNull();
    expect(refusal(() => quota.charge(staff('a'), 600))).toBeNull();
  });
});

describe('operations under way', () => {
  it('are bounded by account and by company; one that has ended makes room, once', () => {
    const { quota } = open();
    const first = quota.enter(staff('a'));
    quota.enter(staff('a'));
    const told = { code: 'LIMIT_EXCEEDED', what: 'operationsUnderWay', of: 'principal', limit: 2, retryAfter: 1 };
    expect(refusal(() => quota.enter(staff('a')))).toEqual(told);
    quota.enter(staff('b'));
    expect(refusal(() => quota.enter(staff('c')))).toMatchObject({ of: 'company', limit: 3 });
    expect(refusal(() => quota.enter(staff('c', 'another company')))).toBeNull();
    first();
    first();
    expect(refusal(() => quota.enter(staff('c')))).toBeNull();
    expect(refusal(() => quota.enter(staff('a')))).toMatchObject({ of: 'company' });
  });
});

describe('memory', () => {
  it('holds a bounded number of holders, the last ones seen, and never forgets one with an operation under way', () => {
    const allowances = new Allowances({ costPerMinute: 10, operations: 1, kept: 100 }, () => 0);
    allowances.enter('busy');
    allowances.take('spent', 10);
    for (let i = 0; i < 50_000; i += 1) {
      allowances.take(`n${i}`, 10);
      if (i % 50 === 0) expect(allowances.msUntil('spent', 1)).toBeGreaterThan(0);
    }
    expect(allowances.remembered).toBe(100);
    expect(allowances.hasRoom('busy')).toBe(false);
    expect(allowances.msUntil('n49999', 1)).toBeGreaterThan(0);
  });
});
