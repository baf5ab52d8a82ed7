import type { NewEvent } from '../../../events/new-event.js';
import type { Door } from '../../../tenancy/identity/door-transaction.js';
import { endSignIns } from './end-sign-ins.js';
import { recordAtDoor } from './record-at-door.js';

/** Who ended a sign-in and why. */
export type EndOfFamily = Pick<NewEvent, 'type' | 'actorKind' | 'actorId'> & {
  readonly accountId: string;
  readonly familyId: string;
};

/**
 * Ends a sign-in as the last step of a transaction: its refresh tokens are revoked and an event says so, by which every
 * node forgets its access tokens.
 */
export async function endFamily(door: Door, { accountId, familyId, ...what }: EndOfFamily): Promise<void> {
  await endSignIns(door.em, door.clock.now(), { companyId: door.companyId, accountId, only: familyId });
  await recordAtDoor(door, { ...what, subjectId: accountId, facts: { familyId } });
}
