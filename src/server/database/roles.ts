import pg from 'pg';
import { API_ROLE, OWNER_ROLE, WATCH_ROLE } from '../../entities/fence.js';

/** Passwords for roles that log in; a role without one keeps what it has. */
interface RolePasswords {
  readonly owner?: string;
  readonly api?: string;
}

/** Attributes of every role of the product: none can see through the fence or make others that can. */
export const PLAIN = 'nosuperuser nobypassrls nocreaterole nocreatedb';

/** Limits of every connection of the program: no transaction of the product lives longer. */
export const LIMITS = [
  ['statement_timeout', '5s'],
  ['lock_timeout', '2s'],
  ['transaction_timeout', '30s'],
  // What a node that has vanished without a word holds locked ends with this.
  ['idle_in_transaction_session_timeout', '10s'],
] as const;

/**
 * Creates or completes, as a superuser, the three roles: the owner of the schema, the program's, which owns nothing and
 * cannot bypass row-level security, and the watching one, which the program may become for single statements.
 */
export async function createRoles(admin: pg.Client, passwords: RolePasswords): Promise<void> {
  await ensureRole(admin, OWNER_ROLE, `login ${PLAIN}`, passwords.owner);
  await ensureRole(admin, API_ROLE, `login ${PLAIN}`, passwords.api);
  await ensureRole(admin, WATCH_ROLE, `nologin ${PLAIN}`);
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
  if (!rowCount) await admin.query(`create role ${role} ${attributes}${secret}`);
  else if (secret) await admin.query(`alter role ${role}${secret}`);
}
