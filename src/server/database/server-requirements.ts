import type pg from 'pg';

const OLDEST = 18;

/**
 * Checks what the product needs of any server, before anything is written.
 * @throws Error saying what is wrong: older than PostgreSQL 18, or a database that is not UTF-8
 */
export async function assertServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; shown: string; encoding: string; name: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
            pg_encoding_to_char(encoding) as encoding, datname as name
       from pg_database where datname = current_database()`,
  );
  const problem = rows[0] && serverProblem(rows[0]);
  if (problem) throw new Error(problem);
}

/** Why a server will not do; null when it will. */
export function serverProblem(server: {
  readonly version: number;
  readonly shown: string;
  readonly encoding: string;
  readonly name: string;
}): string | null {
  if (server.version < OLDEST * 10_000)
    return `The server is PostgreSQL ${server.shown}; Guanjia needs PostgreSQL ${OLDEST} or newer.`;
  if (server.encoding !== 'UTF8')
    return `The database ${server.name} is encoded as ${server.encoding}; Guanjia needs UTF8: create database ${server.name} encoding 'UTF8' template template0.`;
  return null;
}
