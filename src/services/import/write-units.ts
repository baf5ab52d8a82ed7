import { RowRejection } from '../../domain/import/reject-reason.js';
import type { UnitDraft, UnitMapping } from '../../domain/import/unit-mapping.js';
import { contentHash, placeKey } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findBuildings } from './find-buildings.js';
import { findEstates } from './find-estates.js';
import { findUnits } from './find-units.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';
import { recordStates, upsertUnits, type UnitToWrite } from './unit-rows.js';

const hashOfUnit = ({ reference, unitCode, use, areaMilli, state, deliveredOn, ...place }: UnitDraft): string =>
  contentHash([
    reference,
    ...placeKey(place),
    unitCode,
    use,
    areaMilli,
    state,
    ...(deliveredOn === null ? [] : [deliveredOn]),
  ]);

/**
 * Makes and changes the units of a chunk: found by their reference, else by building and code, so that units which were
 * there before the first import are adopted and not doubled.
 */
export async function writeUnits(
  { em, companyId, now }: ChunkContext,
  mapping: UnitMapping,
  rows: readonly ChunkRow<UnitDraft>[],
): Promise<ChunkResult> {
  const { source, createMissing } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'UNIT', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfUnit, (reference) => known.get(reference)?.hash);
  const estates = await findEstates(em, companyId, mapping.estate, changed, createMissing.estates);
  const named = changed.flatMap((draft) => {
    const estate = estates.of(draft);
    return estate instanceof RowRejection || !draft.building ? [] : [{ estateId: estate.id, ...draft.building }];
  });
  const buildings = await findBuildings(em, companyId, named, createMissing.buildings);
  const placed = changed.flatMap((draft) => {
    const place = placeIn(draft);
    if (!(place instanceof RowRejection)) return [{ draft, ...place }];
    verdicts.set(draft, place);
    return [];
  });
  const units = await findUnits(em, companyId, placed, null);
  const taken = new Map<string, UnitDraft>();
  const written: UnitToWrite[] = [];
  for (const { draft, ...place } of placed) {
    const before = known.get(draft.reference);
    const [there] = units.idsOf(place);
    const key = `${place.buildingId}/${place.code}`;
    if (before && before.estateId !== place.estateId)
      verdicts.set(draft, new RowRejection('OTHER_ESTATE', draft.estate.code ?? draft.estate.name ?? ''));
    else if ((before && there !== undefined && there !== before.subjectId) || taken.has(key))
      verdicts.set(draft, new RowRejection('CODE_TAKEN', place.code));
    else {
      taken.set(key, draft);
      const id = before?.subjectId ?? there ?? null;
      verdicts.set(draft, id === null ? 'IMPORTED' : 'UPDATED');
      written.push({ ...place, id, use: draft.use, areaMilli: draft.areaMilli, deliveredOn: draft.deliveredOn, draft });
    }
  }
  const ids = await upsertUnits(em, companyId, written);
  await recordStates(em, companyId, ids);
  await keepReferences(
    em,
    companyId,
    'UNIT',
    source,
    ids.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = written.map(({ id, estateId }): CameIn => ({
    estateId,
    verdict: id === null ? 'IMPORTED' : 'UPDATED',
  }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: { estates: estates.created.size, buildings: buildings.created.length },
    events: estateEvents('place.UNITS_IMPORTED', companyId, source, cameIn, now),
  };

  function placeIn(draft: UnitDraft): { estateId: string; buildingId: string; code: string } | RowRejection {
    const estate = estates.of(draft);
    if (estate instanceof RowRejection) return estate;
    const buildingId = buildings.idOf(estate.id, draft.building?.code ?? '');
    if (buildingId === undefined) return new RowRejection('UNKNOWN_BUILDING', draft.building?.code);
    return { estateId: estate.id, buildingId, code: draft.unitCode ?? '' };
  }
}
