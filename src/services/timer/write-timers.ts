import { newId } from '../../entities/new-id.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import type { CommandContext } from '../command/command-context.js';

/**
 * Rows that the clock worker holds at this moment are passed over: waiting for them could end in a deadlock, and their
 * handler looks at the facts anyway.
 */
const WRITE = `
with change as materialized (
  select * from jsonb_to_recordset($1::jsonb) as c(id uuid, kind text, subject_id uuid, due_at timestamptz)
), gone as (
  delete from timer where company_id = $2 and id = any (array(
    select t.id from change c join timer t on t.company_id = $3 and t.subject_id = c.subject_id and t.kind = c.kind
       for update of t skip locked))
)
insert into timer (company_id, id, kind, subject_id, due_at, set_for, failures)
select $4::uuid, id, kind, subject_id, due_at, due_at, 0 from change where due_at is not null`;

/** Writes what a command has set and cancelled as one statement, after the rows and before the head. */
export async function writeTimers(execute: Execute, ctx: Pick<CommandContext, 'companyId' | 'timers'>): Promise<void> {
  if (ctx.timers.size === 0) return;
  const changes = [...ctx.timers.values()].map(({ kind, subjectId, dueAt }) => ({
    id: newId(),
    kind,
    subject_id: subjectId,
    due_at: dueAt?.toISOString() ?? null,
  }));
  const { companyId } = ctx;
  await execute(WRITE, [JSON.stringify(changes), companyId, companyId, companyId]);
}
