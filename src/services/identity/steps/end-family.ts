import { RefreshToken } from '../../../entities/identity/refresh-token.entity.js';
import { appendEvents } from '../../../events/append-events.js';
import type { NewEvent } from '../../../events/new-event.js';
import type { Door } from '../../../tenancy/identity/door-transaction.js';

/** Who ended a sign-in and why. */
export type EndOfFamily = Pick<NewEvent, 'type' | 'actorKind' | 'actorId'> & {
  readonly accountId: string;
  readonly familyId: string;
};

/**
 * Ends a sign-in as the last step of a transaction: its refresh tokens are revoked and an event says so, by which every
 * node forgets its access tokens.
 */
export async function endFamily(door: Door, end: EndOfFamily): Promise<void> {
  const { em, companyId, clock } = door;
  const { accountId, familyId, type, actorKind, actorId } = end;
  const now = clock.now();
  await em.nativeUpdate(RefreshToken, { companyId, familyId, revokedAt: null }, { revokedAt: now });
  await door.enter();
  const event: NewEvent = {
    type,
    estateId: null,
    subjectKind: 'account',
    subjectId: accountId,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    actorKind,
    actorId,
    occurredAt: now,
    facts: { familyId },
  };
  await appendEvents(em, companyId, [event], null);
}
