import type { SqlEntityManager } from '@mikro-orm/postgresql';

/** What imported rows became. */
export type ReferenceKind =
  'UNIT' | 'CUSTOMER' | 'OCCUPANCY' | 'STAFF' | 'OWNER_VISIT' | 'SURVEY_RESPONSE' | 'OPENING_BALANCE' | 'METER';

/** What an earlier import has made of a reference. */
export interface KnownReference {
  readonly reference: string;
  readonly subjectId: string;
  readonly estateId: string | null;
  readonly hash: string;
  /** Whether somebody has worked here on what it names: it has an event of its own. */
  readonly worked: boolean;
}

const SELECT = `
select r.reference, r.subject_id as "subjectId", r.estate_id as "estateId", r.hash,
       exists (select 1 from event e where e.company_id = r.company_id and e.subject_id = r.subject_id) as worked
  from import_reference r
 where r.company_id = ? and r.kind = ? and r.source = ? and r.reference = any(array(select jsonb_array_elements_text(?::jsonb)))`;

/** What references of a source name, by reference. */
export async function findReferences(
  em: SqlEntityManager,
  companyId: string,
  kind: ReferenceKind,
  source: string,
  references: readonly string[],
): Promise<Map<string, KnownReference>> {
  const rows = await em.execute<KnownReference[]>(SELECT, [companyId, kind, source, JSON.stringify(references)]);
  return new Map(rows.map((row) => [row.reference, row]));
}

const KEEP = `
insert into import_reference (company_id, kind, source, reference, subject_id, estate_id, hash, imported_at)
select ?, ?, ?, w.reference, w."subjectId", w."estateId", w.hash, now()
  from jsonb_to_recordset(?::jsonb) as w(reference text, "subjectId" uuid, "estateId" uuid, hash text)
    on conflict (company_id, kind, source, reference)
    do update set subject_id = excluded.subject_id, estate_id = excluded.estate_id, hash = excluded.hash,
                  imported_at = excluded.imported_at`;

/** Keeps what references name now, and what the file said. */
export async function keepReferences(
  em: SqlEntityManager,
  companyId: string,
  kind: ReferenceKind,
  source: string,
  kept: readonly Omit<KnownReference, 'worked'>[],
): Promise<void> {
  if (kept.length > 0) await em.execute(KEEP, [companyId, kind, source, JSON.stringify(kept)]);
}
