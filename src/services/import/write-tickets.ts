import type { ImportMapping } from '../../domain/import/import-mapping.js';
import type { TicketDraft } from '../../domain/import/map-row.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { newId } from '../../entities/new-id.js';
import { chunkEvents } from './chunk-events.js';
import { draftHash } from './draft-hash.js';
import { findCategories } from './find-categories.js';
import { findPlaces } from './find-places.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import { earlierRepairs } from '../ticket/steps/earlier-repairs.js';
import { keepTicketClocks } from './ticket-clocks.js';
import { findKnownTickets, insertTickets, updateTickets, type TicketToWrite } from './ticket-rows.js';

/** Makes and changes the tickets of a chunk, with their clocks. */
export async function writeTickets(
  { em, companyId, now }: ChunkContext,
  mapping: ImportMapping,
  rows: readonly ChunkRow<TicketDraft>[],
): Promise<ChunkResult> {
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findKnownTickets(em, companyId, mapping.source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, draftHash, (reference) => known.get(reference)?.hash);
  const categories = await findCategories(em, companyId, changed);
  const places = await findPlaces(em, companyId, mapping, changed);
  const fresh: TicketToWrite[] = [];
  const stale: TicketToWrite[] = [];
  for (const draft of changed) {
    const place = places.of(draft);
    const categoryId = categories(draft);
    const before = known.get(draft.reference) ?? null;
    if (place instanceof RowRejection) verdicts.set(draft, place);
    else if (categoryId instanceof RowRejection) verdicts.set(draft, categoryId);
    else if (before && before.estateId !== place.estate.id)
      verdicts.set(draft, new RowRejection('OTHER_ESTATE', place.estate.code));
    else {
      verdicts.set(draft, before ? 'UPDATED' : 'IMPORTED');
      (before ? stale : fresh).push({
        id: before?.id ?? newId(),
        draft,
        place,
        categoryId,
        hash: hashOf(draft),
        known: before,
      });
    }
  }
  const idsOf = (tickets: readonly TicketToWrite[]): string[] => tickets.map(({ id }) => id);
  const execute = executeOf(em);
  const before = await earlierRepairs(execute, companyId, idsOf(stale));
  const updated = await updateTickets(em, companyId, stale);
  for (const { draft } of stale)
    if (!updated.has(draft)) verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
  await insertTickets(em, companyId, mapping.source, fresh);
  const written = [...fresh, ...stale.filter(({ draft }) => updated.has(draft))];
  await keepTicketClocks({ em, companyId, now }, written);
  const after = await earlierRepairs(execute, companyId, idsOf(written));
  const { estates, buildings, units } = places.created;
  return {
    verdicts: inOrder(rows, verdicts),
    created: { estates: estates.size, buildings: buildings.length, units: units.length },
    events: chunkEvents(mapping.source, written, places.created, now),
    measured: [{ subject: 'ticket', ids: [...new Set([...idsOf(written), ...before, ...after])] }],
  };
}
