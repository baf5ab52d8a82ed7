import { createHash } from 'node:crypto';
import type { TicketDraft } from '../../domain/import/map-row.js';
import type { NamedPlace } from '../../domain/import/row-texts.js';

/** The same content gives the same hash; by it a repeated import knows what has changed in the file. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url');

/** What a place is told apart by: codes, and names only where there is no code. */
export const placeKey = ({ estate, building }: Pick<NamedPlace, 'estate' | 'building'>): (string | null)[] => [
  estate.code ?? estate.name,
  building?.code ?? null,
];

/** A mapping that says nothing about categories gives the hash that it gave before there were any. */
export function draftHash({ estate, building, times, category, ...rest }: TicketDraft): string {
  const facts = Object.entries(category === null ? rest : { ...rest, category });
  return contentHash([
    ...placeKey({ estate, building }),
    ...facts.sort().flat(),
    ...Object.entries(times.at).sort().flat(),
  ]);
}
