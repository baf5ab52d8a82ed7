import { describe, expect, test } from '@jest/globals';
import {
  assertGround,
  classFor,
  isGraver,
  proposesMajor,
  type ClassFacts,
} from '../../../src/domain/complaint/complaint-class.js';

const policy = { faultDecides: true, contactsForMajor: 3 };
const facts = (over: Partial<ClassFacts> = {}): ClassFacts => ({
  companyAtFault: false,
  ground: null,
  contacts: 1,
  ...over,
});

describe('the class of a complaint', () => {
  test.each([
    ['R-CMP-36 · nothing speaks for more', facts(), 'GENERAL'],
    ['R-CMP-12 · the company was at fault', facts({ companyAtFault: true }), 'IMPORTANT'],
    ['R-CMP-14 b · somebody was hurt', facts({ ground: 'SERIOUS_LOSS_OR_INJURY' }), 'MAJOR'],
    [
      'R-CMP-14 a · a promise was broken again',
      facts({ companyAtFault: true, ground: 'PROMISE_BROKEN_REPEATEDLY' }),
      'MAJOR',
    ],
  ])('%s', (_, given, expected) => {
    expect(classFor(given, policy)).toBe(expected);
  });

  test('P-33 · where the category decides, fault alone does not raise', () => {
    expect(classFor(facts({ companyAtFault: true }), { ...policy, faultDecides: false })).toBe('GENERAL');
  });

  test.each([
    [true, 3, true],
    [true, 2, false],
    [false, 3, false],
  ])('D-02 · with fault %s and %i contacts major is proposed: %s', (companyAtFault, contacts, expected) => {
    expect(proposesMajor(facts({ companyAtFault, contacts }), policy)).toBe(expected);
  });

  test.each([
    ['two contacts', facts({ companyAtFault: true, contacts: 2, ground: 'PROMISE_BROKEN_REPEATEDLY' })],
    ['no promise of the company', facts({ contacts: 3, ground: 'PROMISE_BROKEN_REPEATEDLY' })],
    ['a month that a person claims', facts({ ground: 'UNSOLVED_FOR_A_MONTH' })],
  ])('D-02 · major is refused for %s', (_, given) => {
    expect(() => assertGround(given, policy)).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
  });

  test('D-02 · with both its facts the ground stands', () => {
    const given = facts({ companyAtFault: true, contacts: 3, ground: 'PROMISE_BROKEN_REPEATEDLY' });
    expect(() => assertGround(given, policy)).not.toThrow();
  });

  test('R-CMP-14 · major is graver than important, important than general', () => {
    expect(isGraver('MAJOR', 'IMPORTANT') && isGraver('IMPORTANT', 'GENERAL')).toBe(true);
    expect(isGraver('GENERAL', 'GENERAL')).toBe(false);
  });
});
