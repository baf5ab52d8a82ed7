import pg from 'pg';
import { API_ROLE, OWNER_ROLE, WATCH_ROLE } from '../../entities/fence.js';

/** Passwords for roles that log in; a role without one keeps what it has. */
export interface RolePasswords {
  readonly owner?: string;
  readonly api?: string;
}

/** Limits of every connection of the program: no transaction of the product lives longer. */
const LIMITS = [
  ['statement_timeout', '5s'],
  ['lock_timeout', '2s'],
  ['transaction_timeout', '30s'],
  ['idle_in_transaction_session_timeout', '30s'],
] as const;

/**
 * Creates or completes the three roles: the owner of the schema, the program's, which owns nothing and cannot bypass
 * row-level security, and the watching one, which the program may become for single statements.
 * @throws Error with the missing privilege when the connection may not create roles
 */
export async function createRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(admin, OWNER_ROLE, 'login nosuperuser nobypassrls nocreaterole nocreatedb', passwords.owner);
  await ensureRole(admin, API_ROLE, 'login nosuperuser nobypassrls nocreaterole nocreatedb', passwords.api);
  await ensureRole(admin, WATCH_ROLE, 'nologin nosuperuser nobypassrls nocreaterole nocreatedb');
  await admin.query(`grant ${WATCH_ROLE} to ${API_ROLE} with inherit false, set true`);
  for (const [name, value] of LIMITS) await admin.query(`alter role ${API_ROLE} set ${name} = '${value}'`);
}

/** Creates the database, owned by the owner role, in UTF-8 with code-point order. */
export async function createDatabase(admin: pg.Client, name: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount) return;
  await admin.query(
    `create database ${pg.escapeIdentifier(name)} owner ${OWNER_ROLE} encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' template template0`,
  );
  await admin.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
  await admin.query(`grant connect on database ${pg.escapeIdentifier(name)} to ${API_ROLE}`);
}

async function ensureRole(admin: pg.Client, role: string, attributes: string, password?: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  try {
    if (!rowCount) await admin.query(`create role ${role} ${attributes}${secret}`);
    else if (secret) await admin.query(`alter role ${role}${secret}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new Error(
      `The role of DATABASE_OWNER_URL may not create the role ${role}: it needs CREATEROLE, or create the roles by hand as docs/operations.md says.`,
      { cause: error },
    );
  }
}
