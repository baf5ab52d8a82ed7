import type { MeterDraft, MeterMapping } from '../../domain/import/meter-mapping.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { dayOf } from '../../domain/calendar/calendar-day.js';
import { dayNumberAt } from '../../domain/calendar/local-instant.js';
import { newId } from '../../entities/new-id.js';
import { contentHash, placeKey } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findBuildings } from './find-buildings.js';
import { findEstates } from './find-estates.js';
import { findUnits } from './find-units.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { hangingMeters, readSince, writeMeterRows, type MeterToWrite } from './meter-rows.js';
import { inOrder, sortOut } from './sort-out.js';

const hashOfMeter = ({ estate, building, ...rest }: MeterDraft): string =>
  contentHash([...placeKey({ estate, building }), rest]);

/** A meter whose place was found. */
interface PlacedMeter {
  readonly draft: MeterDraft;
  readonly estateId: string;
  readonly unitId: string | null;
  readonly buildingId: string | null;
}

/**
 * Hangs the meters of a chunk, with what they showed when counting begins. A row that comes again with another content
 * changes its meter as long as nobody has read it; two meters of a kind and number do not hang on one estate.
 * @rule R-FEE-07 @rule R-MIN-06
 */
export async function writeMeters(
  { em, companyId, now }: ChunkContext,
  mapping: MeterMapping,
  rows: readonly ChunkRow<MeterDraft>[],
): Promise<ChunkResult> {
  const { source } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'METER', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfMeter, (reference) => known.get(reference)?.hash);
  const placed: PlacedMeter[] = [];
  for (const [draft, place] of await placesOf(changed))
    if (place instanceof RowRejection) verdicts.set(draft, place);
    else placed.push({ draft, ...place });
  const ofMeter = ({ draft: { kind, serial }, estateId }: PlacedMeter) => ({ estateId, kind, serial });
  const keyOf = ({ estateId, kind, serial }: ReturnType<typeof ofMeter>): string => `${estateId}/${kind}/${serial}`;
  const hanging = new Map((await hangingMeters(em, companyId, placed.map(ofMeter))).map((m) => [keyOf(m), m.id]));
  const read = await readSince(
    em,
    companyId,
    [...known.values()].map(({ subjectId }) => subjectId),
  );
  const written: MeterToWrite[] = [];
  for (const meter of placed) {
    const { draft, estateId } = meter;
    const before = known.get(draft.reference);
    const there = hanging.get(keyOf(ofMeter(meter)));
    if (before && before.estateId !== estateId) verdicts.set(draft, new RowRejection('OTHER_ESTATE', draft.reference));
    else if (before && (before.worked || read.has(before.subjectId)))
      verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
    else if (there !== undefined && there !== before?.subjectId)
      verdicts.set(draft, new RowRejection('CODE_TAKEN', draft.serial));
    else {
      const id = before?.subjectId ?? newId();
      hanging.set(keyOf(ofMeter(meter)), id);
      verdicts.set(draft, before ? 'UPDATED' : 'IMPORTED');
      written.push({ ...meter, id, isNew: !before });
    }
  }
  await writeMeterRows(em, companyId, written, now);
  await keepReferences(
    em,
    companyId,
    'METER',
    source,
    written.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = written.map(({ estateId, isNew }): CameIn => ({ estateId, verdict: isNew ? 'IMPORTED' : 'UPDATED' }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: {},
    events: estateEvents('meter.METERS_IMPORTED', companyId, source, cameIn, now),
  };

  /** Where drafts belong: a unit, a building's common parts, or the estate's. */
  async function placesOf(drafts: readonly MeterDraft[]) {
    const estates = await findEstates(em, companyId, mapping.estate, drafts, false);
    const idOf = (draft: MeterDraft): string | null => {
      const estate = estates.of(draft);
      return estate instanceof RowRejection ? null : estate.id;
    };
    const named = drafts.flatMap((draft) => {
      const estateId = idOf(draft);
      return estateId === null || !draft.building ? [] : [{ estateId, ...draft.building }];
    });
    const buildings = await findBuildings(em, companyId, named, false);
    const buildingOf = (estateId: string, draft: MeterDraft): string | null | undefined =>
      draft.building ? buildings.idOf(estateId, draft.building.code) : null;
    const wanted = drafts.flatMap((draft) => {
      const estateId = idOf(draft);
      const buildingId = estateId === null ? undefined : buildingOf(estateId, draft);
      return estateId === null || buildingId === undefined || draft.unitCode === null
        ? []
        : [{ estateId, buildingId, code: draft.unitCode }];
    });
    const units = await findUnits(em, companyId, wanted, null);
    return drafts.map((draft): [MeterDraft, Omit<PlacedMeter, 'draft'> | RowRejection] => {
      const estate = estates.of(draft);
      if (estate instanceof RowRejection) return [draft, estate];
      if (draft.installedOn > dayOf(dayNumberAt(now.getTime(), estate.timeZone)))
        return [draft, new RowRejection('IMPOSSIBLE_TIME', 'installed')];
      const buildingId = buildingOf(estate.id, draft);
      if (buildingId === undefined) return [draft, new RowRejection('UNKNOWN_BUILDING', draft.building?.code)];
      if (draft.unitCode === null) return [draft, { estateId: estate.id, unitId: null, buildingId }];
      const [first, second] = units.idsOf({ estateId: estate.id, buildingId, code: draft.unitCode });
      if (second !== undefined) return [draft, new RowRejection('AMBIGUOUS_UNIT', draft.unitCode)];
      if (first === undefined) return [draft, new RowRejection('UNKNOWN_UNIT', draft.unitCode)];
      return [draft, { estateId: estate.id, unitId: first, buildingId: null }];
    });
  }
}
