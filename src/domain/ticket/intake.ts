import { ACTIONS_OF_ROLE } from '../identity/actions-of-role.js';
import type { RoleHeld } from '../identity/delegation.js';

/** Who takes reports down. */
export const INTAKES = ['DESK', 'CONTROL_ROOM', 'STAFF', 'RESIDENT', 'INTEGRATION'] as const;
export type Intake = (typeof INTAKES)[number];

/** Who reports, with the roles held; kinds as principals have them. */
interface Reporter {
  readonly kind: string;
  readonly roles: readonly RoleHeld[];
}

/**
 * Who took a report on an estate down. Somebody who is both desk and control room is the control room at night; staff
 * who do not receive customers report what they meet.
 * @param atNight whether it was taken outside the estate's desk hours
 * @rule R-RPR-06, D-08
 */
export function intakeOf({ kind, roles }: Reporter, estateId: string, atNight: boolean): Intake {
  if (kind === 'RESIDENT') return 'RESIDENT';
  if (kind !== 'STAFF') return 'INTEGRATION';
  const here = roles.filter((held) => held.everywhere || held.estateIds.includes(estateId)).map((held) => held.role);
  const desk = here.some((role) => role !== 'CONTROL_ROOM' && ACTIONS_OF_ROLE[role].includes('repair.forward'));
  if (here.includes('CONTROL_ROOM') && (atNight || !desk)) return 'CONTROL_ROOM';
  return desk ? 'DESK' : 'STAFF';
}
