import type { Pool } from 'pg';
import type { Job } from './job.js';

/** Where jobs lie that have failed for good, until an operator has them tried again or a year has passed. */
export const DEAD_QUEUE = 'dead';
const YEAR_SECONDS = 366 * 86_400;
/** How long a done job is kept, in seconds: long enough to see what happened. */
const DONE_SECONDS = 2 * 86_400;

/**
 * A job whose process gives no sign of life for so long, in seconds, is tried again: by another node, or by this one after
 * a crash, and not only when the whole time for a try is over.
 */
const SILENT_SECONDS = 30;

/** The settings under which pg-boss knows a queue. */
const optionsOf = (job: Job) => ({
  policy: 'standard',
  retryLimit: job.retries,
  retryDelay: job.retrySeconds,
  retryBackoff: true,
  retryDelayMax: job.retrySecondsMost,
  expireInSeconds: job.trySeconds,
  heartbeatSeconds: SILENT_SECONDS,
  retentionSeconds: YEAR_SECONDS,
  deleteAfterSeconds: DONE_SECONDS,
  deadLetter: DEAD_QUEUE,
});

const DEAD = {
  policy: 'standard',
  retryLimit: 0,
  retentionSeconds: YEAR_SECONDS,
  deleteAfterSeconds: YEAR_SECONDS,
};

const MAKE = `
select pgboss.create_queue(q.name, q.options)
  from jsonb_to_recordset($1::jsonb) as q(name text, options jsonb, ord int)
 order by q.ord`;

const UPDATE = `
update pgboss.queue q
   set retry_limit = (w.options ->> 'retryLimit')::int, retry_delay = (w.options ->> 'retryDelay')::int,
       retry_delay_max = (w.options ->> 'retryDelayMax')::int, expire_seconds = (w.options ->> 'expireInSeconds')::int,
       heartbeat_seconds = (w.options ->> 'heartbeatSeconds')::int
  from jsonb_to_recordset($1::jsonb) as w(name text, options jsonb)
 where q.name = w.name
   and (q.retry_limit, q.retry_delay, q.retry_delay_max, q.expire_seconds, q.heartbeat_seconds) is distinct from
       ((w.options ->> 'retryLimit')::int, (w.options ->> 'retryDelay')::int, (w.options ->> 'retryDelayMax')::int,
        (w.options ->> 'expireInSeconds')::int, (w.options ->> 'heartbeatSeconds')::int)`;

/** Makes the queues of the jobs that this program knows, and gives them its settings; what stands already stays. */
export async function ensureQueues(pool: Pool, jobs: readonly Job[]): Promise<void> {
  const queues = [
    { name: DEAD_QUEUE, options: DEAD, ord: 0 },
    ...jobs.map((job, i) => ({ name: job.name, options: optionsOf(job), ord: i + 1 })),
  ];
  await pool.query(MAKE, [JSON.stringify(queues)]);
  await pool.query(UPDATE, [JSON.stringify(queues.slice(1))]);
}
