import type { NewEvent } from '../../events/new-event.js';
import type { FoundPlaces } from './find-places.js';
import type { KnownEstate } from './find-estates.js';
import type { TicketToWrite } from './ticket-rows.js';

const count = (ids: readonly string[], id: string): number => ids.filter((other) => other === id).length;

/**
 * One event an estate: how many tickets came in silently, and how many places for them. It is about the estate and for
 * staff; the tickets themselves tell nothing, so nobody is notified of history.
 */
export function chunkEvents(
  source: string,
  written: readonly TicketToWrite[],
  created: FoundPlaces['created'],
  now: Date,
): NewEvent[] {
  const estates = new Map<string, KnownEstate>(written.map(({ place }) => [place.estate.id, place.estate]));
  return [...estates.values()].map((estate) => {
    const here = written.filter(({ place }) => place.estate.id === estate.id);
    return {
      type: 'ticket.TICKETS_IMPORTED',
      estateId: estate.id,
      subjectKind: 'estate',
      subjectId: estate.id,
      subjectVersion: estate.version,
      visibility: 'INTERNAL',
      actorKind: 'SYSTEM',
      actorId: null,
      silent: true,
      occurredAt: now,
      facts: {
        source,
        imported: here.filter(({ known }) => known === null).length,
        updated: here.filter(({ known }) => known !== null).length,
        estateCreated: created.estates.has(estate.id),
        buildingsCreated: count(created.buildings, estate.id),
        unitsCreated: count(created.units, estate.id),
      },
    };
  });
}
