import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { StaffDraft } from '../../domain/import/staff-mapping.js';
import { newId } from '../../entities/new-id.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import { DUMMY_HASH } from '../../tenancy/identity/password.js';

/** A member of staff as the file describes it. */
export interface StaffToWrite {
  readonly id: string;
  readonly isNew: boolean;
  readonly estateId: string | null;
  readonly departmentId: string | null;
  readonly draft: StaffDraft;
}

const COLUMNS = 'id uuid, "estateId" uuid, "departmentId" uuid, name text, phone text';

const INSERT = `
insert into staff (company_id, id, estate_id, department_id, display_name, phone, created_at, version)
select ?, w.id, w."estateId", w."departmentId", w.name, w.phone, ?::timestamptz, 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})`;

const UPDATE = `
update staff s
   set estate_id = w."estateId", department_id = w."departmentId", display_name = w.name, phone = w.phone, version = s.version + 1
  from jsonb_to_recordset(?::jsonb) as w(${COLUMNS})
 where s.company_id = ? and s.id = w.id`;

/** Writes members of staff. */
export async function upsertStaff(
  em: SqlEntityManager,
  companyId: string,
  staff: readonly StaffToWrite[],
  now: Date,
): Promise<void> {
  const rowsOf = (isNew: boolean) =>
    staff
      .filter((each) => each.isNew === isNew)
      .map(({ draft: { name, phone }, id, estateId, departmentId }) => ({ id, estateId, departmentId, name, phone }));
  const [fresh, stale] = [rowsOf(true), rowsOf(false)];
  if (fresh.length > 0) await em.execute(INSERT, [companyId, now.toISOString(), JSON.stringify(fresh)]);
  if (stale.length > 0) await em.execute(UPDATE, [JSON.stringify(stale), companyId]);
}

const ASSIGN = `
insert into role_assignment (company_id, id, staff_id, role, estate_id, created_at)
select ?, w.id, w."staffId", w.role, w."estateId", ?::timestamptz
  from jsonb_to_recordset(?::jsonb) as w(id uuid, "staffId" uuid, role text, "estateId" uuid)
 where not exists (select 1 from role_assignment r
                    where r.company_id = ? and r.staff_id = w."staffId" and r.role = w.role
                      and r.estate_id is not distinct from w."estateId" and r.group_id is null)`;

/** Gives each the posts that the file says, on the own estate or on all; it takes none away. @rule D-11 */
export async function giveRoles(
  em: SqlEntityManager,
  companyId: string,
  staff: readonly StaffToWrite[],
  now: Date,
): Promise<void> {
  const roles = staff.flatMap(({ id, estateId, draft }) =>
    draft.roles.map((role) => ({ id: newId(), staffId: id, role, estateId })),
  );
  if (roles.length > 0) await em.execute(ASSIGN, [companyId, now.toISOString(), JSON.stringify(roles), companyId]);
}

const TAKEN = `
select login, staff_id as "staffId" from account
 where company_id = ? and login = any(array(select jsonb_array_elements_text(?::jsonb)))`;

/** Whose the logins are that exist already; a resident's belongs to nobody of the staff. */
export async function takenLogins(
  em: SqlEntityManager,
  companyId: string,
  logins: readonly string[],
): Promise<Map<string, string>> {
  if (logins.length === 0) return new Map();
  type Row = { readonly login: string; readonly staffId: string | null };
  const rows = await atTheDoor(em, () => em.execute<Row[]>(TAKEN, [companyId, JSON.stringify(logins)]));
  return new Map(rows.map(({ login, staffId }) => [login, staffId ?? '']));
}

const OPEN = `
insert into account (company_id, id, login, kind, staff_id, password_hash, created_at)
select ?, w.id, w.login, 'STAFF', w."staffId", ?, ?::timestamptz
  from jsonb_to_recordset(?::jsonb) as w(id uuid, login text, "staffId" uuid)
 where not exists (select 1 from account a where a.company_id = ? and a.staff_id = w."staffId")
returning id`;

/** Opens logins for those who have none yet, which no password fits: a code lets their owners set one. @returns how many */
export async function openLogins(
  em: SqlEntityManager,
  companyId: string,
  staff: readonly StaffToWrite[],
  now: Date,
): Promise<number> {
  const wanted = staff.flatMap(({ id, draft: { login } }) =>
    login === null ? [] : [{ id: newId(), login, staffId: id }],
  );
  if (wanted.length === 0) return 0;
  const values = [companyId, DUMMY_HASH, now.toISOString(), JSON.stringify(wanted), companyId];
  return (await atTheDoor(em, () => em.execute<unknown[]>(OPEN, values))).length;
}
