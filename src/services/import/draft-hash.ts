import { createHash } from 'node:crypto';
import type { TicketDraft } from '../../domain/import/map-row.js';

/** The same content gives the same hash; by it a repeated import knows what has changed in the file. */
export function draftHash({ estate, building, times, ...rest }: TicketDraft): string {
  const places = [estate.code ?? estate.name, building?.code ?? null];
  const facts = [...places, ...Object.entries(rest).sort().flat(), ...Object.entries(times.at).sort().flat()];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}
