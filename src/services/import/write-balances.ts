import type { BalanceDraft, BalanceMapping } from '../../domain/import/balance-mapping.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { PolicyBook, type StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import { newId } from '../../entities/new-id.js';
import { policyVersions } from '../../tenancy/policy/policy-versions.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import { insertBalances, payersOf, type BalanceToWrite } from './balance-rows.js';
import { contentHash, placeKey } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findPlaces } from './find-places.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';

/** Places come first, with an import of their own. */
const NOTHING = { estates: false, buildings: false, units: false };

/**
 * Writes the opening balances of a chunk: what is owed as charges, what was paid ahead as payments that wait, on the day on
 * which the books begin. A line of the books never changes: a row that comes again with another content is refused, and
 * corrected by an entry.
 * @rule R-FEE-01 @rule R-FEE-11 @rule D-21
 */
export async function writeBalances(
  { em, companyId, now }: ChunkContext,
  mapping: BalanceMapping,
  rows: readonly ChunkRow<BalanceDraft>[],
): Promise<ChunkResult> {
  const { source, openedOn } = mapping;
  const hashOfBalance = ({ estate, building, ...rest }: BalanceDraft): string =>
    contentHash([...placeKey({ estate, building }), rest, openedOn]);
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'OPENING_BALANCE', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfBalance, (reference) => known.get(reference)?.hash);
  const places = await findPlaces(em, companyId, { ...mapping, createMissing: NOTHING }, changed);
  const placed = changed.flatMap((draft) => {
    const place = places.of(draft);
    if (place instanceof RowRejection) verdicts.set(draft, place);
    else if (known.has(draft.reference)) verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
    else if (place.unitId !== null) return [{ draft, estateId: place.estate.id, unitId: place.unitId }];
    return [];
  });
  const named = placed.flatMap(({ draft, estateId }) =>
    draft.customer === null ? [] : [`${estateId}/${draft.customer}`],
  );
  const customers = await findReferences(em, companyId, 'CUSTOMER', source, named);
  const owners = await payersOf(em, companyId, {
    openedOn,
    units: placed.map(({ unitId }) => unitId),
    customerIds: [...customers.values()].map(({ subjectId }) => subjectId),
  });
  const estateIds = [...new Set(placed.map(({ estateId }) => estateId))];
  const statement = policyVersions(companyId, estateIds);
  const book = new PolicyBook(await executeOf(em)<StoredPolicyVersion>(statement.sql, statement.parameters));
  const written: BalanceToWrite[] = [];
  for (const { draft, estateId, unitId } of placed) {
    const payerId =
      draft.customer === null
        ? owners.ofUnit(unitId)
        : owners.standing(customers.get(`${estateId}/${draft.customer}`)?.subjectId);
    if (payerId === undefined) {
      verdicts.set(draft, new RowRejection('UNKNOWN_CUSTOMER', draft.customer ?? draft.unitCode ?? ''));
      continue;
    }
    const { currency } = book.at('D-21', { day: openedOn, estateId }).value;
    verdicts.set(draft, 'IMPORTED');
    written.push({ id: newId(), estateId, unitId, payerId, currency, draft });
  }
  await insertBalances(em, companyId, openedOn, written, now);
  await keepReferences(
    em,
    companyId,
    'OPENING_BALANCE',
    source,
    written.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = written.map(({ estateId }): CameIn => ({ estateId, verdict: 'IMPORTED' }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: {},
    events: estateEvents('fee.BALANCES_IMPORTED', companyId, source, cameIn, now),
  };
}
