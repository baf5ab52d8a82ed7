import type { PeopleMapping, PersonDraft } from '../../domain/import/people-mapping.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { newId } from '../../entities/new-id.js';
import { contentHash, placeKey } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findPlaces } from './find-places.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { HeldUnits, upsertOccupancies, type OccupancyToWrite } from './occupancy-rows.js';
import { upsertCustomers, type CustomerToWrite } from './customer-rows.js';
import { inOrder, sortOut } from './sort-out.js';

const hashOfRow = ({ estate, building, ...rest }: PersonDraft): string =>
  contentHash([...placeKey({ estate, building }), rest]);

const contentOf = ({ customer: { name, phone, kind } }: PersonDraft) => ({ name, phone, kind });

/** A customer belongs to an estate: the same reference on two estates is two customers. */
const customerKey = (estateId: string, draft: PersonDraft): string => `${estateId}/${draft.customer.reference}`;

/** Makes and changes the customers of a chunk and the occupancies that its rows describe. */
export async function writePeople(
  { em, companyId, now }: ChunkContext,
  mapping: PeopleMapping,
  rows: readonly ChunkRow<PersonDraft>[],
): Promise<ChunkResult> {
  const { source } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'OCCUPANCY', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfRow, (reference) => known.get(reference)?.hash);
  const places = await findPlaces(em, companyId, { ...mapping, createMissing: NOTHING }, changed);
  const placed = changed.flatMap((draft) => {
    const place = places.of(draft);
    const refusal = place instanceof RowRejection ? place : refusalOf(draft, place.estate);
    if (refusal) verdicts.set(draft, refusal);
    return refusal || place instanceof RowRejection || place.unitId === null
      ? []
      : [{ draft, estateId: place.estate.id, unitId: place.unitId }];
  });
  const keys = placed.map(({ draft, estateId }) => customerKey(estateId, draft));
  const knownCustomers = await findReferences(em, companyId, 'CUSTOMER', source, keys);
  const held = await HeldUnits.of(
    em,
    companyId,
    placed,
    [...known.values()].map(({ subjectId }) => subjectId),
  );
  const customers = new Map<string, CustomerToWrite>();
  const occupancies: OccupancyToWrite[] = [];
  for (const { draft, estateId, unitId } of placed) {
    const key = customerKey(estateId, draft);
    const customer = customers.get(key) ?? customerOf(draft, estateId, key);
    const before = known.get(draft.reference);
    const period = { fromDay: draft.fromDay, untilDay: draft.untilDay };
    const wanted = { unitId, customerId: customer.id, capacity: draft.capacity, ...period };
    const there = before?.subjectId ?? held.same(wanted) ?? null;
    const refusal =
      before && !held.isOf(before.subjectId, wanted)
        ? new RowRejection('OTHER_OCCUPANCY', draft.reference)
        : refuse(customer, draft, there, wanted);
    if (refusal) {
      verdicts.set(draft, refusal);
      continue;
    }
    const id = there ?? newId();
    customers.set(key, customer);
    held.take({ id, ...wanted });
    occupancies.push({ id, isNew: there === null, estateId, ...wanted, draft });
    verdicts.set(draft, there === null ? 'IMPORTED' : 'UPDATED');
  }
  await upsertCustomers(em, companyId, [...customers.values()], now);
  await upsertOccupancies(em, companyId, occupancies);
  await keepReferences(
    em,
    companyId,
    'CUSTOMER',
    source,
    [...customers].map(([reference, { id, estateId, hash }]) => ({ reference, subjectId: id, estateId, hash })),
  );
  await keepReferences(
    em,
    companyId,
    'OCCUPANCY',
    source,
    occupancies.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = occupancies.map(({ estateId, isNew }): CameIn => ({
    estateId,
    verdict: isNew ? 'IMPORTED' : 'UPDATED',
  }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: { customers: [...customers.values()].filter(({ change }) => change === 'NEW').length },
    events: estateEvents('identity.OCCUPANCIES_IMPORTED', companyId, source, cameIn, now),
  };

  function refusalOf(draft: PersonDraft, estate: { readonly id: string; readonly code: string }): RowRejection | null {
    const before = known.get(draft.reference);
    if (before?.worked) return new RowRejection('WORKED_ON_HERE', draft.reference);
    return before && before.estateId !== estate.id ? new RowRejection('OTHER_ESTATE', estate.code) : null;
  }

  function customerOf(draft: PersonDraft, estateId: string, key: string): CustomerToWrite {
    const content = contentOf(draft);
    const hash = contentHash(content);
    const before = knownCustomers.get(key);
    const change = !before ? 'NEW' : before.hash === hash ? 'NONE' : 'CHANGED';
    return { id: before?.subjectId ?? newId(), estateId, ...content, hash, change };
  }

  function refuse(
    customer: CustomerToWrite,
    draft: PersonDraft,
    there: string | null,
    wanted: Parameters<HeldUnits['overlaps']>[0],
  ): RowRejection | null {
    if (customer.hash !== contentHash(contentOf(draft)))
      return new RowRejection('DUPLICATE_IN_FILE', draft.customer.reference);
    if (customer.change === 'CHANGED' && knownCustomers.get(customerKey(customer.estateId, draft))?.worked)
      return new RowRejection('WORKED_ON_HERE', draft.customer.reference);
    return held.overlaps(wanted, there) ? new RowRejection('OCCUPANCY_OVERLAPS', draft.unitCode ?? '') : null;
  }
}

/** Places come first, with an import of their own. */
const NOTHING = { estates: false, buildings: false, units: false };
