import { appendEvents } from '../../../events/append-events.js';
import { executeOf } from '../../../tenancy/write/execute-of.js';
import type { NewEvent } from '../../../events/new-event.js';
import type { Door } from '../../../tenancy/identity/door-transaction.js';

/** What happened at the door, to whom, by whom. */
type EventAtDoor = Pick<NewEvent, 'type' | 'subjectId' | 'actorKind' | 'actorId' | 'facts'> &
  Partial<Pick<NewEvent, 'estateId' | 'subjectKind'>>;

/** Leaves the door for the house and tells what happened, as the last step of a transaction. */
export async function recordAtDoor(door: Door, event: EventAtDoor): Promise<void> {
  await door.enter();
  const told: NewEvent = {
    estateId: null,
    subjectKind: 'account',
    ...event,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    occurredAt: door.clock.now(),
  };
  await appendEvents(executeOf(door.em), door.companyId, [told], null);
}
