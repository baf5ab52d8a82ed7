import { newId } from '../../entities/new-id.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import type { CommandContext } from '../command/command-context.js';

/** As pg-boss files a job itself, with the settings of its queue; several queues in one statement. */
const WRITE = `
insert into pgboss.job (id, name, data, created_on, start_after, keep_until, group_id, retry_limit,
                        retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, policy, dead_letter,
                        heartbeat_seconds)
select j.id, q.name, j.data, pgboss.job_now(), j.start_after, j.start_after + q.retention_seconds * interval '1 second',
       j.data ->> 'companyId', q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
       q.expire_seconds, q.deletion_seconds, q.policy, q.dead_letter, q.heartbeat_seconds
  from (select id, name, data, coalesce(start_after, pgboss.job_now()) as start_after
          from jsonb_to_recordset($1::jsonb)
            as x(id uuid, name text, data jsonb, start_after timestamptz)) as j
  join pgboss.queue q on q.name = j.name
on conflict do nothing
returning 1`;

/**
 * Puts what a command wants done later into the queues, in its transaction, as one statement before the head: the work is
 * there when the command is, and never without it.
 * @throws Error when a queue is unknown
 */
export async function writeJobs(execute: Execute, ctx: CommandContext): Promise<void> {
  if (ctx.jobs.length === 0) return;
  const jobs = ctx.jobs.map(({ name, rowId, startAfter }) => ({
    id: newId(),
    name,
    data: { companyId: ctx.companyId, rowId },
    start_after: startAfter?.toISOString() ?? null,
  }));
  const written = await execute(WRITE, [JSON.stringify(jobs)]);
  if (written.length !== jobs.length) throw new Error('A job was put into a queue that does not exist.');
}
