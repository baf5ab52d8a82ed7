import { isQuietFor } from '../../domain/owner-visit/visit-mode.js';
import { localDay } from '../../domain/place/local-day.js';
import { PolicyBook, type StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import type { VisitDraft, VisitMapping } from '../../domain/import/visit-mapping.js';
import { newId } from '../../entities/new-id.js';
import { policyVersions } from '../../tenancy/policy/policy-versions.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import { contentHash, placeKey } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findPlaces } from './find-places.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';
import { cyclesOf, erasedOf, occupanciesOf, upsertVisits, visitorsOf, type VisitToWrite } from './visit-rows.js';

const hashOfVisit = ({ estate, building, ...rest }: VisitDraft): string =>
  contentHash([...placeKey({ estate, building }), rest]);

/**
 * Makes and changes the visits of a chunk: history that nobody drew, which opens no ticket and owes nothing. What took place
 * before the first draw keeps nobody from being drawn; what took place in a cycle is a visit of that cycle.
 * @rule R-VIS-15 @rule R-VIS-09 @rule D-03 @rule D-04
 */
export async function writeVisits(
  { em, companyId, now }: ChunkContext,
  mapping: VisitMapping,
  rows: readonly ChunkRow<VisitDraft>[],
): Promise<ChunkResult> {
  const { source } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'OWNER_VISIT', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfVisit, (reference) => known.get(reference)?.hash);
  const places = await findPlaces(em, companyId, { ...mapping, createMissing: NOTHING }, changed);
  const placed = changed.flatMap((draft) => {
    const place = places.of(draft);
    if (place instanceof RowRejection) verdicts.set(draft, place);
    return place instanceof RowRejection || place.unitId === null
      ? []
      : [{ draft, estate: place.estate, unitId: place.unitId }];
  });
  const customers = await findReferences(
    em,
    companyId,
    'CUSTOMER',
    source,
    placed.flatMap(({ draft, estate }) => (draft.customer === null ? [] : [`${estate.id}/${draft.customer}`])),
  );
  const visitors = await visitorsOf(
    em,
    companyId,
    placed.flatMap(({ draft: { visitor } }) => visitor ?? []),
  );
  const erased = await erasedOf(
    em,
    companyId,
    [...customers.values()].map(({ subjectId }) => subjectId),
  );
  const customerOf = (estateId: string, reference: string): string | undefined => {
    const id = customers.get(`${estateId}/${reference}`)?.subjectId;
    return id !== undefined && erased.has(id) ? undefined : id;
  };
  const written: VisitToWrite[] = [];
  for (const { draft, estate, unitId } of placed) {
    const before = known.get(draft.reference);
    const customerId = draft.customer === null ? null : customerOf(estate.id, draft.customer);
    const visitorId = draft.visitor === null ? null : visitors.get(draft.visitor);
    if (before && before.estateId !== estate.id) verdicts.set(draft, new RowRejection('OTHER_ESTATE', estate.code));
    else if (before?.worked) verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
    else if (customerId === undefined) verdicts.set(draft, new RowRejection('UNKNOWN_CUSTOMER', draft.customer ?? ''));
    else if (visitorId === undefined) verdicts.set(draft, new RowRejection('UNKNOWN_STAFF', draft.visitor ?? ''));
    else {
      verdicts.set(draft, before ? 'UPDATED' : 'IMPORTED');
      const { id: estateId, timeZone } = estate;
      const day = localDay(new Date(draft.visitedAt), timeZone);
      written.push({
        id: before?.subjectId ?? newId(),
        isNew: !before,
        estateId,
        timeZone,
        day,
        unitId,
        customerId,
        visitorId,
        draft,
      });
    }
  }
  const estateIds = [...new Set(written.map(({ estateId }) => estateId))];
  const statement = policyVersions(companyId, estateIds);
  const book = new PolicyBook(await executeOf(em)<StoredPolicyVersion>(statement.sql, statement.parameters));
  const cycles = await cyclesOf(em, companyId, written, now);
  await upsertVisits(em, companyId, written, {
    cycles,
    occupancies: await occupanciesOf(em, companyId, written),
    isQuiet: ({ draft: { visitedAt, mode }, estateId, day, timeZone }) =>
      isQuietFor(new Date(visitedAt), mode, timeZone, book.at('P-02', { day, estateId }).value),
  });
  await keepReferences(
    em,
    companyId,
    'OWNER_VISIT',
    source,
    written.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = written.map(({ estateId, isNew }): CameIn => ({ estateId, verdict: isNew ? 'IMPORTED' : 'UPDATED' }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: {},
    events: estateEvents('visit.VISITS_IMPORTED', companyId, source, cameIn, now),
    measured: [
      { subject: 'ownerVisit', ids: written.map(({ id }) => id) },
      { subject: 'visitCycle', ids: [...new Set(cycles.values())] },
    ],
  };
}

/** Places come first, with an import of their own. */
const NOTHING = { estates: false, buildings: false, units: false };
