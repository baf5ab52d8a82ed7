import { describe, expect, test } from '@jest/globals';
import { assertDeputyDays, assertMayName } from '../../../src/domain/deputy/naming.js';
import type { Role } from '../../../src/domain/identity/role.js';

const on = (role: Role, ...estateIds: string[]) => ({ role, everywhere: estateIds.length === 0, estateIds });

describe('who names deputies', () => {
  test.each([
    [[on('ESTATE_MANAGER', 'E1')], 'SERVICE_MANAGER', 'E1', false, true],
    [[on('ESTATE_MANAGER', 'E1')], 'SERVICE_MANAGER', 'E1', true, true],
    [[on('ESTATE_MANAGER', 'E2')], 'SERVICE_MANAGER', 'E1', false, false],
    [[on('ESTATE_MANAGER', 'E1')], 'QUALITY_OFFICER', null, false, false],
    [[on('ESTATE_MANAGER', 'E1')], 'QUALITY_OFFICER', 'E1', false, false],
    [[on('COMPANY_ADMIN')], 'QUALITY_OFFICER', null, false, true],
    [[on('SERVICE_MANAGER', 'E1')], 'STEWARD', 'E1', false, false],
    [[on('COMPANY_LEADER')], 'STEWARD', 'E1', false, false],
  ] as const)('Q-43 · %j names for %s on %s, oneself: %s: %s', (held, role, estateId, isOneself, may) => {
    const name = (): void => assertMayName(held, { role, estateId, isOneself, namedBy: 'ESTATE_MANAGER' });
    if (may) expect(name).not.toThrow();
    else expect(name).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
  });

  test.each([
    ['STEWARD', 'E1', false, true],
    ['STEWARD', 'E1', true, false],
    ['STEWARD', 'E2', false, false],
    ['STEWARD', null, false, false],
    ['QUALITY_OFFICER', 'E1', false, false],
  ] as const)(
    'Q-43 · whom the company has charged names for %s on %s, oneself: %s: %s',
    (role, estateId, isOneself, may) => {
      const held = [on('SERVICE_MANAGER', 'E1')];
      const name = (): void => assertMayName(held, { role, estateId, isOneself, namedBy: 'SERVICE_MANAGER' });
      if (may) expect(name).not.toThrow();
      else expect(name).toThrow(expect.objectContaining({ code: 'RULE_REFUSED' }));
    },
  );

  test.each([
    ['2026-11-22', '2026-11-23', null],
    ['2026-11-21', '2026-11-23', 'input.fromDay'],
    ['2026-11-22', '2026-11-22', 'input.untilDay'],
    ['2026-11-22', '2099-11-22', 'input.untilDay'],
    ['2026-02-30', '2026-11-23', 'input.fromDay'],
  ])('Q-43 · on 22 November 2026, from %s until %s is refused at %s', (from, until, path) => {
    const take = (): void => assertDeputyDays(from, until, '2026-11-22');
    if (path === null) expect(take).not.toThrow();
    else
      expect(take).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', facts: expect.objectContaining({ path }) as object }),
      );
  });
});
