import { describe, expect, test } from '@jest/globals';
import type { Role } from '../../../src/domain/identity/role.js';
import { intakeOf } from '../../../src/domain/ticket/intake.js';

const on = (role: Role, ...estateIds: string[]) => ({ role, everywhere: estateIds.length === 0, estateIds });

describe('who took a report down', () => {
  test.each([
    ['STAFF', [on('FRONT_DESK', 'E1')], false, 'DESK'],
    ['STAFF', [on('FRONT_DESK', 'E1')], true, 'DESK'],
    ['STAFF', [on('STEWARD', 'E1')], false, 'DESK'],
    ['STAFF', [on('CONTROL_ROOM', 'E1')], true, 'CONTROL_ROOM'],
    ['STAFF', [on('CONTROL_ROOM', 'E1')], false, 'CONTROL_ROOM'],
    ['STAFF', [on('CONTROL_ROOM')], true, 'CONTROL_ROOM'],
    ['STAFF', [on('CONTROL_ROOM', 'E1'), on('FRONT_DESK', 'E1')], true, 'CONTROL_ROOM'],
    ['STAFF', [on('CONTROL_ROOM', 'E1'), on('FRONT_DESK', 'E1')], false, 'DESK'],
    ['STAFF', [on('CONTROL_ROOM', 'E2'), on('FRONT_DESK', 'E1')], true, 'DESK'],
    ['STAFF', [on('TECHNICIAN', 'E1')], true, 'STAFF'],
    ['STAFF', [on('TECHNICIAN', 'E1'), on('FRONT_DESK', 'E2')], false, 'STAFF'],
    ['RESIDENT', [], true, 'RESIDENT'],
    ['INTEGRATION', [on('FRONT_DESK', 'E1')], false, 'INTEGRATION'],
  ] as const)('R-RPR-06, D-08 · %s with %j, at night: %s, is %s', (kind, roles, atNight, expected) => {
    expect(intakeOf({ kind, roles }, 'E1', atNight)).toBe(expected);
  });
});
