import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { WATCH_ROLE } from '../../entities/fence.js';

/** Longest that an answer is waited for, in milliseconds: a connection that has gone silent is given up. */
const ANSWER_MS = 2_000;

/** Rows of one named statement as the watching role, which sees numbers and instants of all companies and no row of any. */
export async function watchRead<R extends QueryResultRow>(pool: Pool, statement: QueryConfig): Promise<R[]> {
  const client = await pool.connect();
  try {
    const sent = [
      client.query('begin read only'),
      client.query(`set local role ${WATCH_ROLE}`),
      client.query<R>({ ...statement, query_timeout: ANSWER_MS } as QueryConfig),
      client.query('commit'),
    ] as const;
    await Promise.allSettled(sent);
    const { rows } = await sent[2];
    client.release();
    return rows;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
