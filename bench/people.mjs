/**
 * More members of staff of a company with roles on all estates, each with an account.
 * @returns the accounts' ids
 */
export async function hireMore(client, companyId, count, roles = ['COMPANY_ADMIN', 'FRONT_DESK'], login = 'bench') {
  const { rows } = await client.query(
    `with one as (
       select n, uuidv7() as staff_id, uuidv7() as account_id from generate_series(1, $2::int) as n
     ), hired as (
       insert into staff (company_id, id, display_name, created_at, version) select $1, staff_id, 'Bench ' || n, now(), 1 from one
     ), posted as (
       insert into role_assignment (company_id, id, staff_id, role, created_at)
       select $1, uuidv7(), staff_id, role, now() from one, unnest($3::text[]) as role
     )
     insert into account (company_id, id, login, kind, staff_id, password_hash, created_at)
     select $1, account_id, $4 || n, 'STAFF', staff_id, 'none', now() from one returning id`,
    [companyId, count, roles, login],
  );
  return rows.map(({ id }) => id);
}
