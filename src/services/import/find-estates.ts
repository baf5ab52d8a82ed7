import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { EstateRule } from '../../domain/import/import-mapping.js';
import type { NamedPlace } from '../../domain/import/row-texts.js';
import { RowRejection } from '../../domain/import/reject-reason.js';
import { newId } from '../../entities/new-id.js';

/** An estate that rows name. */
export interface KnownEstate {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly version: number;
}

/** The estates of some rows, and which of them are new. */
interface FoundEstates {
  readonly of: (draft: Pick<NamedPlace, 'estate'>) => KnownEstate | RowRejection;
  readonly created: ReadonlySet<string>;
}

const SELECT = `
select id, code, name, time_zone as "timeZone", version
  from estate
 where company_id = ? and (code = any(array(select jsonb_array_elements_text(?::jsonb)))
                        or name = any(array(select jsonb_array_elements_text(?::jsonb))))`;

const INSERT = `
insert into estate (company_id, id, code, name, time_zone, region, city, created_at, version)
select ?, e.id, e.code, e.name, ?, ?, ?, now(), 1
  from jsonb_to_recordset(?::jsonb) as e(id uuid, code text, name text)
    on conflict (company_id, code) do nothing
returning id`;

/** Finds estates by code, or by name for rows without a code; creates those that have both and are missing, if asked. */
export async function findEstates(
  em: SqlEntityManager,
  companyId: string,
  rule: EstateRule,
  drafts: readonly Pick<NamedPlace, 'estate'>[],
  create: boolean,
): Promise<FoundEstates> {
  const codes = new Map(drafts.flatMap(({ estate }) => (estate.code === null ? [] : [[estate.code, estate.name]])));
  const names = new Set(drafts.flatMap(({ estate }) => (estate.code === null ? [estate.name] : [])));
  const select = (): Promise<KnownEstate[]> =>
    em.execute(SELECT, [companyId, JSON.stringify([...codes.keys()]), JSON.stringify([...names])]);
  let found = await select();
  const missing = [...codes].filter(([code]) => !found.some((estate) => estate.code === code));
  const created = new Set<string>();
  if (create && missing.length > 0) {
    const rows = missing.map(([code, name]) => ({ id: newId(), code, name: name ?? code }));
    const made = await em.execute<{ id: string }[]>(INSERT, [
      companyId,
      rule.timeZone,
      rule.region,
      rule.city,
      JSON.stringify(rows),
    ]);
    for (const { id } of made) created.add(id);
    found = await select();
  }
  const byCode = new Map(found.map((estate) => [estate.code, estate]));
  const of = ({ estate: { code, name } }: Pick<NamedPlace, 'estate'>): KnownEstate | RowRejection => {
    if (code !== null) return byCode.get(code) ?? new RowRejection('UNKNOWN_ESTATE', code);
    const [first, second] = found.filter((estate) => estate.name === name);
    if (second) return new RowRejection('AMBIGUOUS_ESTATE', name ?? '');
    return first ?? new RowRejection('UNKNOWN_ESTATE', name ?? '');
  };
  return { of, created };
}
