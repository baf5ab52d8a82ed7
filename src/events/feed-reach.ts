import type { EventPointer } from '../tenancy/event-log.js';
import { reaches, type EstateScope, type Principal } from '../tenancy/principal.js';

/** Whether an event of an estate lies within an action's reach and, where estates were asked for, is of one of them. */
export const isWithin = (scope: EstateScope, wanted: readonly string[] | null, estateId: string | null): boolean =>
  estateId !== null && reaches(scope, estateId) && (wanted === null || wanted.includes(estateId));

/** Whether an event is open to the asker: to a resident, what concerns customers, of the own occupancies. @rule D-30 */
export const isOpenTo = (asker: Principal, event: EventPointer): boolean =>
  asker.kind !== 'RESIDENT' ||
  (event.visibility === 'CUSTOMER' && event.occupancyId !== null && asker.occupancyIds.includes(event.occupancyId));
