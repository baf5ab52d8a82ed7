import type { Role } from '../../domain/identity/role.js';
import type { ToldBy } from '../../domain/duty/told-chain.js';

/** Who is to be told about something on an estate: who stands at a post, or who leads a department by its code. */
export type ToldWanted = {
  readonly estateId: string;
  /** Whose duty counts: who is on duty at this instant; null: now, by the database. */
  readonly at: Date | null;
} & ({ readonly post: Role } | { readonly departmentCode: string });

/** One row of the answer: a candidate of the wanted thing with this number. */
export interface ToldCandidateRow {
  readonly ord: number;
  readonly by: ToldBy;
  readonly staffId: string;
}

const CANDIDATES = `
with asked as (
  select * from json_to_recordset($1::json) as a(ord int, estate_id uuid, post text, department text, at timestamptz)
), held as (
  select a.ord, a.post, r.role, r.staff_id,
         case when r.estate_id is not null then 'ESTATE_ROLE' when r.group_id is not null then 'GROUP_ROLE' else 'COMPANY_ROLE' end as by
    from asked a
    join role_assignment r on r.company_id = $2::uuid and r.role in (a.post, 'ESTATE_MANAGER', 'COMPANY_ADMIN')
     and (r.estate_id = a.estate_id or r.estate_id is null)
    left join estate_group_member m on m.company_id = r.company_id and m.group_id = r.group_id and m.estate_id = a.estate_id
   where r.group_id is null or m.estate_id is not null
), candidate as (
  select a.ord, case when d.estate_id is null then 'COMPANY_ROSTER' else 'ROSTER' end as by, d.staff_id
    from asked a
    join duty d on d.company_id = $2::uuid and (d.estate_id = a.estate_id or d.estate_id is null)
     and d.post = a.post and d.from_at <= coalesce(a.at, now()) and d.until_at > coalesce(a.at, now())
  union select ord, by, staff_id from held where role = post
  union
  select a.ord, case when d.estate_id is null then 'COMPANY_' else '' end || l.by, l.staff_id
    from asked a
    join department d on d.company_id = $2::uuid and d.code = a.department
     and (d.estate_id = a.estate_id or d.estate_id is null)
   cross join lateral (values ('HEAD', d.head_id), ('DEPUTY', d.deputy_id)) as l(by, staff_id)
  union select ord, role, staff_id from held
   where role = 'ESTATE_MANAGER' or (role = 'COMPANY_ADMIN' and by = 'COMPANY_ROLE')
)
select c.ord, c.by, c.staff_id as "staffId"
  from candidate c
  join staff s on s.company_id = $2::uuid and s.id = c.staff_id and s.inactive_since is null
 where not exists (select 1 from api_key k where k.company_id = s.company_id and k.staff_id = s.id)
 order by c.ord, s.display_name, s.id`;

/**
 * The statement that finds everybody who could be told about each wanted thing, one statement for all of them. Who no
 * longer signs in and keys of other systems are nobody. It sees what the asker sees; whose row of an estate the asker
 * reaches sees everybody who could be told there.
 */
export const toldCandidates = (
  companyId: string,
  wanted: readonly ToldWanted[],
): { readonly text: string; readonly values: readonly unknown[] } => ({
  text: CANDIDATES,
  values: [
    JSON.stringify(
      wanted.map((each, ord) => ({
        ord,
        estate_id: each.estateId,
        post: 'post' in each ? each.post : null,
        department: 'post' in each ? null : each.departmentCode,
        at: each.at?.toISOString() ?? null,
      })),
    ),
    companyId,
  ],
});
