import { RowRejection } from '../../domain/import/reject-reason.js';
import type { StaffDraft, StaffMapping } from '../../domain/import/staff-mapping.js';
import { newId } from '../../entities/new-id.js';
import { contentHash } from './draft-hash.js';
import { estateEvents, type CameIn } from './estate-events.js';
import { findDepartments } from './find-departments.js';
import { findEstates } from './find-estates.js';
import { findReferences, keepReferences } from './import-references.js';
import type { ChunkContext, ChunkResult, ChunkRow } from './import-subject.js';
import { inOrder, sortOut } from './sort-out.js';
import { openLogins, giveRoles, takenLogins, upsertStaff, type StaffToWrite } from './staff-rows.js';

const hashOfStaff = ({ estate, ...rest }: StaffDraft): string => contentHash([estate?.code ?? estate?.name, rest]);

type NamedStaff = StaffDraft & { readonly estate: NonNullable<StaffDraft['estate']> };
const isNamed = (draft: StaffDraft): draft is NamedStaff => draft.estate !== null;

/** Makes and changes the staff of a chunk, with departments, posts and logins. */
export async function writeStaff(
  { em, companyId, now }: ChunkContext,
  mapping: StaffMapping,
  rows: readonly ChunkRow<StaffDraft>[],
): Promise<ChunkResult> {
  const { source } = mapping;
  const references = rows.map(({ draft }) => draft.reference);
  const known = await findReferences(em, companyId, 'STAFF', source, references);
  const { verdicts, changed, hashOf } = sortOut(rows, hashOfStaff, (reference) => known.get(reference)?.hash);
  const estates = mapping.estate
    ? await findEstates(em, companyId, mapping.estate, changed.filter(isNamed), false)
    : null;
  const placed = changed.flatMap((draft) => {
    const estate = estates && isNamed(draft) ? estates.of(draft) : null;
    if (!(estate instanceof RowRejection)) return [{ draft, estateId: estate?.id ?? null }];
    verdicts.set(draft, estate);
    return [];
  });
  const named = placed.flatMap(({ draft, estateId }) => (draft.department ? [{ estateId, ...draft.department }] : []));
  const departments = await findDepartments(em, companyId, named, mapping.createMissing.departments);
  const logins = await takenLogins(
    em,
    companyId,
    placed.flatMap(({ draft }) => draft.login ?? []),
  );
  const written: StaffToWrite[] = [];
  for (const { draft, estateId } of placed) {
    const before = known.get(draft.reference);
    const id = before?.subjectId ?? newId();
    const { department, login } = draft;
    const departmentId = department && departments.idOf(estateId, department.code);
    if (before?.worked) verdicts.set(draft, new RowRejection('WORKED_ON_HERE', draft.reference));
    else if (departmentId === undefined) verdicts.set(draft, new RowRejection('UNKNOWN_DEPARTMENT', department?.code));
    else if (login !== null && (logins.get(login) ?? id) !== id)
      verdicts.set(draft, new RowRejection('LOGIN_TAKEN', login));
    else {
      if (login !== null) logins.set(login, id);
      written.push({ id, isNew: !before, estateId, departmentId, draft });
      verdicts.set(draft, before ? 'UPDATED' : 'IMPORTED');
    }
  }
  await upsertStaff(em, companyId, written, now);
  await giveRoles(em, companyId, written, now);
  const opened = await openLogins(em, companyId, written, now);
  await keepReferences(
    em,
    companyId,
    'STAFF',
    source,
    written.map(({ id, estateId, draft }) => ({
      ...{ reference: draft.reference, subjectId: id, estateId, hash: hashOf(draft) },
    })),
  );
  const cameIn = written.map(({ estateId, isNew }): CameIn => ({ estateId, verdict: isNew ? 'IMPORTED' : 'UPDATED' }));
  return {
    verdicts: inOrder(rows, verdicts),
    created: { departments: departments.created, logins: opened },
    events: estateEvents('identity.STAFF_IMPORTED', companyId, source, cameIn, now),
  };
}
