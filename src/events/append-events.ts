import type { Execute } from '../tenancy/write/write-transaction.js';
import type { NewEvent } from './new-event.js';
import type { Position } from './cursor.js';

/** The claim of a client's command whose verdict the same statement completes. */
export interface ClaimToSettle {
  readonly principalId: string;
  readonly commandId: string;
  readonly verdict: Readonly<Record<string, unknown>>;
}

const APPEND = `
with head as (
  update company_head
     set seq = seq + $1::int, last_recorded_at = greatest(clock_timestamp(), last_recorded_at)
   where company_id = $2
  returning epoch, seq, last_recorded_at
), fresh as (
  insert into event (company_id, seq, estate_id, type, subject_kind, subject_id, subject_version, occupancy_id,
                     visibility, actor_kind, actor_id, occurred_at, recorded_at, facts, silent)
  select $3::uuid, head.seq - $4::int + e.ord, e.estate_id, e.type, e.subject_kind, e.subject_id, e.subject_version, e.occupancy_id,
         e.visibility, e.actor_kind, e.actor_id, e.occurred_at, head.last_recorded_at, e.facts, e.silent
    from head, jsonb_to_recordset($5::jsonb) as e(ord int, estate_id uuid, type text, subject_kind text, subject_id uuid,
         subject_version int, occupancy_id uuid, visibility text, actor_kind text, actor_id uuid,
         occurred_at timestamptz, facts jsonb, silent boolean)
), settled as (
  update command_claim
     set outcome = 'DONE', verdict = $6::jsonb || jsonb_build_object('epoch', head.epoch, 'seq', head.seq)
    from head
   where company_id = $7 and principal_id = $8::uuid and command_id = $9::uuid
)
select epoch, seq::text as seq from head`;

/** Where the log stands, for a transaction that tells nothing: it leaves the head to others. */
const LOOK = 'select epoch, seq::text as seq from company_head where company_id = $1';

/**
 * Writes the events of a transaction as its last statement: takes the company's head, numbers them from it in commit
 * order, and completes the command's claim. The head stays locked until the commit, so the order is the commit order.
 */
export async function appendEvents(
  execute: Execute,
  companyId: string,
  events: readonly NewEvent[],
  claim: ClaimToSettle | null,
): Promise<Position> {
  if (events.length === 0 && claim === null) return positionIn(await execute(LOOK, [companyId]));
  const rows = events.map((event, i) => ({
    ord: i + 1,
    estate_id: event.estateId,
    type: event.type,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    subject_version: event.subjectVersion,
    occupancy_id: event.occupancyId ?? null,
    visibility: event.visibility,
    actor_kind: event.actorKind,
    actor_id: event.actorId,
    occurred_at: event.occurredAt.toISOString(),
    facts: event.facts,
    silent: event.silent ?? false,
  }));
  return positionIn(
    await execute(APPEND, [
      events.length,
      companyId,
      companyId,
      events.length,
      JSON.stringify(rows),
      JSON.stringify(claim?.verdict ?? {}),
      companyId,
      claim?.principalId ?? null,
      claim?.commandId ?? null,
    ]),
  );
}

function positionIn([head]: readonly { readonly epoch: number; readonly seq: string }[]): Position {
  if (!head) throw new Error('The company has no head of its event log.');
  return { epoch: head.epoch, seq: Number(head.seq) };
}
