import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';

/** How often a node looks for jobs that give no sign of life, in seconds. */
const LOOK_SECONDS = 20;

/** pg-boss over the pool of a program that neither migrates nor owns its schema. */
export const queuesOver = (pool: Pool, supervise: boolean): PgBoss =>
  new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    migrate: false,
    schedule: false,
    supervise,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  });

/** The queues for the length of one piece of work, beside the nodes that look after them. */
export async function withQueues<T>(pool: Pool, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = queuesOver(pool, false);
  await boss.start();
  try {
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
}
