import pg from 'pg';
import { API_ROLE, OWNER_ROLE, WATCH_ROLE } from '../../entities/fence.js';
import { hasCode } from '../embedded/has-code.js';
import { asOnlyMigrator } from './migrate.js';
import { LIMITS, PLAIN } from './roles.js';
import { assertServer } from './server-requirements.js';

/** The server of one's own does not let the program prepare it; names each missing privilege and its remedy. */
export class MissingPrivilegeError extends Error {
  override readonly name = 'MissingPrivilegeError';

  constructor(
    readonly user: string,
    readonly missing: readonly string[],
  ) {
    super(`${user} cannot prepare this database:\n${missing.map((line) => `  - ${line}`).join('\n')}`);
  }
}

/** Where pg-boss keeps its tables. */
const JOBS_SCHEMA = 'pgboss';

/** Stands on the program's role while nobody has given it a password: only who may read the comment knows. */
const NO_PASSWORD = 'Guanjia: no password yet';

/**
 * Makes what is missing on a server of one's own: the roles, what they may do in this database, and the password of the
 * program's role where it has none yet. What is right already is left alone, so that a repeat needs no privilege.
 * @param ownerUrl the role that migrates: a superuser, one with CREATEROLE, or `guanjia_owner` itself
 * @param apiUrl the program's own address; its password becomes the role's where it has none
 * @returns what was done, a sentence each
 * @throws MissingPrivilegeError with everything that is missing at once
 */
export async function prepareServer(ownerUrl: string, apiUrl: string | null): Promise<string[]> {
  return asOnlyMigrator(ownerUrl, async () => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    try {
      await assertServer(client);
      return await prepare(client, passwordFor(apiUrl));
    } finally {
      await client.end();
    }
  });
}

interface Standing {
  readonly me: string;
  readonly database: string;
  /** Which of the three roles exist. */
  readonly present: readonly string[];
}

async function prepare(client: pg.Client, apiPassword: string | null): Promise<string[]> {
  const standing = await standingOf(client);
  await client.query('begin');
  try {
    const roles = await carryOut(client, roleSteps(standing));
    // Whoever may not create the roles can do nothing that follows from them, and is told what else will be needed.
    const rest = roles.missing.length > 0 ? foreseen(standing) : laterSteps(standing, apiPassword);
    const later = await carryOut(client, rest);
    const missing = [...roles.missing, ...later.missing, ...(await unsafe(client))];
    if (missing.length > 0) throw new MissingPrivilegeError(standing.me, missing);
    await client.query('commit');
    return [...roles.done, ...later.done];
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

interface Outcome {
  readonly done: string[];
  readonly missing: string[];
}

async function carryOut(client: pg.Client, steps: readonly Step[]): Promise<Outcome> {
  const outcome: Outcome = { done: [], missing: [] };
  for (const step of steps) {
    if (await holds(client, step)) continue;
    if ((await attempt(client, step)) && (await holds(client, step))) outcome.done.push(step.done);
    else outcome.missing.push(step.missing);
  }
  return outcome;
}

/** One thing that must hold: how to see it, how to make it, what it takes. */
interface Step {
  readonly test: string;
  readonly make: readonly string[];
  readonly done: string;
  readonly missing: string;
}

function roleSteps({ me, present }: Standing): Step[] {
  const wanted = [OWNER_ROLE, API_ROLE, WATCH_ROLE].filter((role) => !present.includes(role));
  if (wanted.length === 0) return [];
  const create = wanted.map((role) => `create role ${role} ${role === WATCH_ROLE ? 'nologin' : 'login'} ${PLAIN}`);
  return [
    {
      test: `select 1 where ${wanted.map((role) => `exists (select 1 from pg_roles where rolname = '${role}')`).join(' and ')}`,
      make: [...create, ...(wanted.includes(API_ROLE) ? [`comment on role ${API_ROLE} is '${NO_PASSWORD}'`] : [])],
      done: `Created the roles ${wanted.join(', ')}.`,
      missing: `CREATEROLE, to create ${wanted.join(', ')}: alter role ${pg.escapeIdentifier(me)} createrole; or as a superuser: ${create.join('; ')};`,
    },
  ];
}

function foreseen({ database }: Standing): Step[] {
  return [
    {
      test: `select 1 where has_schema_privilege(current_user, 'public', 'CREATE WITH GRANT OPTION')`,
      make: [],
      done: '',
      missing: `CREATE on schema public: ${ownDatabase(database)}`,
    },
    { ...jobsStep(database), test: `select 1 where has_database_privilege(current_database(), 'CREATE')`, make: [] },
  ];
}

const jobsStep = (database: string): Step => ({
  test: `select 1 from pg_namespace where nspname = '${JOBS_SCHEMA}' and pg_has_role('${OWNER_ROLE}', nspowner, 'USAGE')`,
  make: [`create schema ${JOBS_SCHEMA} authorization ${OWNER_ROLE}`],
  done: `${OWNER_ROLE} has the schema ${JOBS_SCHEMA}, for jobs.`,
  missing: `CREATE on the database ${database}: create schema ${JOBS_SCHEMA} authorization ${OWNER_ROLE}; as the owner of the database ${database} or a superuser`,
});

const ownDatabase = (database: string): string =>
  `grant usage, create on schema public to ${OWNER_ROLE}; as the owner of the database ${database} or a superuser`;

function laterSteps({ me, database }: Standing, apiPassword: string | null): Step[] {
  const [user, here] = [pg.escapeIdentifier(me), pg.escapeIdentifier(database)];
  const step = (test: string, statement: string, privilege: string, done: string): Step => ({
    test: `select 1 where ${test}`,
    make: [statement],
    done,
    missing: `${privilege}: ${statement};`,
  });
  const steps = [
    step(
      `pg_has_role(current_user, '${OWNER_ROLE}', 'SET') and pg_has_role(current_user, '${OWNER_ROLE}', 'USAGE')`,
      `grant ${OWNER_ROLE} to ${user} with inherit true, set true`,
      `membership in ${OWNER_ROLE}, which must own the tables`,
      `${me} may act as ${OWNER_ROLE}.`,
    ),
    step(
      `pg_has_role('${API_ROLE}', '${WATCH_ROLE}', 'SET')`,
      `grant ${WATCH_ROLE} to ${API_ROLE} with inherit false, set true`,
      `ADMIN OPTION on ${WATCH_ROLE}`,
      `${API_ROLE} may act as ${WATCH_ROLE}.`,
    ),
    ...[OWNER_ROLE, API_ROLE].map((role) =>
      step(
        `has_database_privilege('${role}', current_database(), 'CONNECT')`,
        `grant connect on database ${here} to ${role}`,
        `GRANT OPTION on the database ${database}`,
        `${role} may connect to ${database}.`,
      ),
    ),
    {
      ...step(
        `has_schema_privilege('${OWNER_ROLE}', 'public', 'CREATE') and has_schema_privilege('${OWNER_ROLE}', 'public', 'USAGE')`,
        `grant usage, create on schema public to ${OWNER_ROLE}`,
        '',
        `${OWNER_ROLE} may create in schema public.`,
      ),
      missing: `CREATE on schema public: ${ownDatabase(database)}`,
    },
    jobsStep(database),
    ...[API_ROLE, WATCH_ROLE].map((role) =>
      step(
        `has_schema_privilege('${role}', 'public', 'USAGE')`,
        `grant usage on schema public to ${role}`,
        `GRANT OPTION on schema public`,
        `${role} may use schema public.`,
      ),
    ),
    ...LIMITS.map(([name, value]) =>
      step(
        `exists (select 1 from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) as setting
                  where r.rolname = '${API_ROLE}' and setting like '${name}=%')`,
        `alter role ${API_ROLE} set ${name} = '${value}'`,
        `ADMIN OPTION on ${API_ROLE}, to limit its connections`,
        `${API_ROLE} runs with ${name} = ${value}.`,
      ),
    ),
  ];
  return apiPassword === null ? steps : [...steps, passwordStep(apiPassword)];
}

function passwordStep(password: string): Step {
  return {
    test: `select 1 from pg_roles r where r.rolname = '${API_ROLE}'
            and coalesce(shobj_description(r.oid, 'pg_authid'), '') <> '${NO_PASSWORD}'`,
    make: [`alter role ${API_ROLE} password ${pg.escapeLiteral(password)}`, `comment on role ${API_ROLE} is null`],
    done: `${API_ROLE} has the password of DATABASE_URL.`,
    missing: `ADMIN OPTION on ${API_ROLE}, to give it the password of DATABASE_URL: alter role ${API_ROLE} password '…';`,
  };
}

/** A program's role that could see through the fence is refused, whoever made it so. */
async function unsafe(client: pg.Client): Promise<string[]> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)', [
    API_ROLE,
  ]);
  return rowCount ? [`${API_ROLE} must not bypass row-level security: alter role ${API_ROLE} ${PLAIN};`] : [];
}

const holds = async (client: pg.Client, step: Step): Promise<boolean> => {
  const { rowCount } = await client.query(step.test);
  return (rowCount ?? 0) > 0;
};

const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether the server let it be done. */
async function attempt(client: pg.Client, step: Step): Promise<boolean> {
  await client.query('savepoint step');
  try {
    for (const statement of step.make) await client.query(statement);
    await client.query('release savepoint step');
    return true;
  } catch (error) {
    if (!hasCode(error, INSUFFICIENT_PRIVILEGE)) throw error;
    await client.query('rollback to savepoint step');
    return false;
  }
}

async function standingOf(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `select current_user::text as me, current_database()::text as database,
            array(select rolname::text from pg_roles where rolname = any ($1)) as present`,
    [[OWNER_ROLE, API_ROLE, WATCH_ROLE]],
  );
  if (!rows[0]) throw new Error('The server does not say who is connected.');
  return rows[0];
}

function passwordFor(apiUrl: string | null): string | null {
  if (apiUrl === null) return null;
  const { username, password } = new URL(apiUrl);
  return decodeURIComponent(username) === API_ROLE && password ? decodeURIComponent(password) : null;
}
