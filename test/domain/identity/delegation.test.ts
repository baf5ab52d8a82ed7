import { describe, expect, test } from '@jest/globals';
import { COMPANY_ROLES, mayGive, type RoleHeld } from '../../../src/domain/identity/delegation.js';
import { ROLES, type Role } from '../../../src/domain/identity/role.js';

const everywhere = (role: Role): RoleHeld => ({ role, everywhere: true, estateIds: [] });
const on = (role: Role, ...estateIds: string[]): RoleHeld => ({ role, everywhere: false, estateIds });

describe('giving roles away', () => {
  test('an administrator of the company gives every role, on an estate and on all', () => {
    for (const role of ROLES)
      for (const estateId of ['e1', null]) expect(mayGive([everywhere('COMPANY_ADMIN')], role, estateId)).toBe(true);
  });

  test('an estate manager gives the roles of an estate on the own estates, and none of the head office', () => {
    for (const role of ROLES) {
      const own = !COMPANY_ROLES.includes(role);
      expect([role, mayGive([on('ESTATE_MANAGER', 'e1')], role, 'e1')]).toEqual([role, own]);
      expect(mayGive([on('ESTATE_MANAGER', 'e1')], role, 'e2')).toBe(false);
      expect(mayGive([on('ESTATE_MANAGER', 'e1')], role, null)).toBe(false);
    }
  });

  test('reach and height come from one role: two roles do not add up', () => {
    const both = [on('COMPANY_ADMIN', 'e1'), on('ESTATE_MANAGER', 'e2')];
    expect(mayGive(both, 'COMPANY_LEADER', 'e1')).toBe(true);
    expect(mayGive(both, 'COMPANY_LEADER', 'e2')).toBe(false);
    expect(mayGive(both, 'STEWARD', 'e2')).toBe(true);
    expect(mayGive(both, 'STEWARD', null)).toBe(false);
  });

  test('every other role gives nothing', () => {
    for (const role of ROLES.filter((r) => r !== 'COMPANY_ADMIN' && r !== 'ESTATE_MANAGER'))
      expect(ROLES.filter((given) => mayGive([everywhere(role)], given, 'e1'))).toEqual([]);
  });
});
