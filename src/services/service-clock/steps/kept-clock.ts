import type { ClockEntry, ClockEntryKind } from '../../../domain/service-clock/clock-ledger.js';
import type { TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import type { PauseReason } from '../../../domain/service-clock/pause-reason.js';
import type { ClockState } from '../../../domain/service-clock/read-clock.js';
import { columns, sqlFor } from '../../../tenancy/read/tables.js';
import { shaped, textOf } from '../../../tenancy/read/shaped.js';
import type { Execute } from '../../../tenancy/write/write-transaction.js';
import { sql, type Compilable } from 'kysely';

/** A clock as it is stored, with its ledger. */
export interface KeptClock extends TicketClock {
  readonly id: string;
  readonly ticketId: string;
  /** How it stood when it was looked at last. */
  readonly state: ClockState;
  readonly breachWithdrawnAt: Date | null;
}

/** A transaction of a company. */
export interface ClockSource {
  readonly companyId: string;
  readonly execute: Execute;
}

/** The clocks of tickets with their ledgers, by milestone and round. Who asks holds the locks on the tickets. */
export const clocksOfTickets = (source: ClockSource, ticketIds: readonly string[]): Promise<KeptClock[]> =>
  kept(source, { ticketIds, ids: null });

/** Some clocks with their ledgers. Who asks holds the locks on their tickets. */
export const clocksById = (source: ClockSource, ids: readonly string[]): Promise<KeptClock[]> =>
  kept(source, { ticketIds: null, ids });

interface Wanted {
  readonly ticketIds: readonly string[] | null;
  readonly ids: readonly string[] | null;
}

async function kept({ companyId, execute }: ClockSource, wanted: Wanted): Promise<KeptClock[]> {
  const of = { companyId, ...wanted };
  const read = <R>(query: Compilable<R>): Promise<R[]> => {
    const { sql: text, parameters } = textOf(query);
    return execute<R>(text, parameters);
  };
  const [clocks, entries] = await Promise.all([read(CLOCKS(of)), read(ENTRIES(of))]);
  const ledgers = new Map<string, ClockEntry[]>(clocks.map(({ id }) => [id, []]));
  for (const { clockId, ...row } of entries) ledgers.get(clockId)?.push(entryOf(row));
  return clocks.map((clock) => ({ ...clock, ledger: ledgers.get(clock.id) ?? [] }));
}

const CLOCKS = shaped(({ companyId, ticketIds, ids }: Wanted & { readonly companyId: string }) => {
  let clocks = sqlFor
    .selectFrom('service_clock as c')
    .select(
      columns(
        'c',
        'id',
        'ticket_id',
        'milestone',
        'rule',
        'round',
        'policy',
        'policy_version',
        'limit_ms',
        'calendar',
        'state',
        'started_at',
        'breach_withdrawn_at',
      ),
    )
    .where('c.company_id', '=', companyId)
    .orderBy('c.milestone')
    .orderBy('c.round')
    .orderBy('c.id');
  if (ticketIds) clocks = clocks.where(sql<boolean>`c.ticket_id = any(${ticketIds}::uuid[])`);
  if (ids) clocks = clocks.where(sql<boolean>`c.id = any(${ids}::uuid[])`);
  return clocks;
});

const ENTRIES = shaped(({ companyId, ticketIds, ids }: Wanted & { readonly companyId: string }) => {
  let entries = sqlFor
    .selectFrom('clock_entry as e')
    .select(columns('e', 'clock_id', 'kind', 'occurred_at', 'recorded_at', 'reason', 'until_at'))
    .where('e.company_id', '=', companyId)
    .orderBy('e.occurred_at')
    .orderBy('e.id');
  if (ticketIds)
    entries = entries.where(
      sql<boolean>`e.clock_id = any(array(select c.id from service_clock c where c.company_id = ${companyId} and c.ticket_id = any(${ticketIds}::uuid[])))`,
    );
  if (ids) entries = entries.where(sql<boolean>`e.clock_id = any(${ids}::uuid[])`);
  return entries;
});

/** An entry as it is stored. */
interface EntryRow {
  readonly kind: ClockEntryKind;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reason: PauseReason | null;
  readonly untilAt: Date | null;
}

function entryOf({ kind, occurredAt: at, recordedAt, reason, untilAt }: EntryRow): ClockEntry {
  if (kind !== 'PAUSE') return { kind, at, recordedAt };
  if (reason === null || untilAt === null) throw new Error('A pause says why and until when.');
  return { kind, at, recordedAt, reason, until: untilAt };
}
