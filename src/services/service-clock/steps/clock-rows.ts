import { isEnteredLate, type ClockEntry } from '../../../domain/service-clock/clock-ledger.js';
import type { TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import type { ClockReading } from '../../../domain/service-clock/read-clock.js';
import type { Execute } from '../../../tenancy/write/write-transaction.js';

/** Whose clock it is. */
export interface ClockOwner {
  readonly estateId: string;
  readonly ticketId: string;
  readonly occupancyId: string | null;
}

/** Who enters something into a ledger. */
export interface ClockActor {
  readonly kind: 'STAFF' | 'RESIDENT' | 'INTEGRATION' | 'SYSTEM';
  readonly id: string | null;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A clock under its column names. */
export const clockRow = (id: string, owner: ClockOwner, clock: TicketClock, reading: ClockReading) => ({
  id,
  estate_id: owner.estateId,
  ticket_id: owner.ticketId,
  occupancy_id: owner.occupancyId,
  milestone: clock.milestone,
  rule: clock.rule,
  round: clock.round,
  policy: clock.policy,
  policy_version: clock.policyVersion,
  limit_ms: clock.limitMs,
  calendar: clock.calendar,
  state: reading.state,
  started_at: iso(reading.startedAt),
  due_at: iso(reading.dueAt),
  warn_at: iso(reading.warnAt),
  ended_at: iso(reading.endedAt),
  stopped_at: iso(reading.stoppedAt),
  warned_at: iso(reading.warnedAt),
  breached_at: iso(reading.breachedAt),
  breach_withdrawn_at: iso(reading.breachWithdrawnAt),
  paused_seconds: reading.pausedSeconds,
  pause_reason: reading.pause?.reason ?? null,
  paused_until: iso(reading.pause?.until ?? null),
});
export type ClockRow = ReturnType<typeof clockRow>;

/** An entry of a ledger under its column names. */
export const entryRow = (id: string, clockId: string, owner: ClockOwner, entry: ClockEntry, actor: ClockActor) => ({
  id,
  estate_id: owner.estateId,
  clock_id: clockId,
  occupancy_id: owner.occupancyId,
  kind: entry.kind,
  occurred_at: iso(entry.at),
  recorded_at: iso(entry.recordedAt),
  late: isEnteredLate(entry.at, entry.recordedAt),
  reason: entry.kind === 'PAUSE' ? entry.reason : null,
  until_at: entry.kind === 'PAUSE' ? iso(entry.until) : null,
  actor_kind: actor.kind,
  actor_id: actor.id,
});
export type EntryRow = ReturnType<typeof entryRow>;

/** Columns of a clock that follow from its ledger. */
const DERIVED = [
  'state',
  'started_at',
  'due_at',
  'warn_at',
  'ended_at',
  'stopped_at',
  'warned_at',
  'breached_at',
  'breach_withdrawn_at',
  'paused_seconds',
  'pause_reason',
  'paused_until',
] as const;
const NAMES = [
  'id',
  'estate_id',
  'ticket_id',
  'occupancy_id',
  'milestone',
  'rule',
  'round',
  'policy',
  'policy_version',
  'limit_ms',
  'calendar',
  ...DERIVED,
];
const ENTRY_NAMES = [
  'id',
  'estate_id',
  'clock_id',
  'occupancy_id',
  'kind',
  'occurred_at',
  'recorded_at',
  'late',
  'reason',
  'until_at',
  'actor_kind',
  'actor_id',
];

const WRITE = `
with clocks as (
  insert into service_clock (company_id, ${NAMES.join(', ')})
  select $1::uuid, ${NAMES.join(', ')} from json_populate_recordset(null::service_clock, $2::json)
      on conflict (company_id, id) do update set (${DERIVED.join(', ')}) = row (${DERIVED.map((name) => `excluded.${name}`).join(', ')})
)
insert into clock_entry (company_id, ${ENTRY_NAMES.join(', ')})
select $3::uuid, ${ENTRY_NAMES.join(', ')} from json_populate_recordset(null::clock_entry, $4::json)`;

/** Writes clocks as they stand now, with what is new in their ledgers, as one statement. */
export async function writeClocks(
  execute: Execute,
  companyId: string,
  clocks: readonly ClockRow[],
  entries: readonly EntryRow[],
): Promise<void> {
  if (clocks.length === 0) return;
  await execute(WRITE, [companyId, JSON.stringify(clocks), companyId, JSON.stringify(entries)]);
}
