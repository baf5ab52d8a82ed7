import { localDay } from '../../domain/place/local-day.js';
import { PolicyBook, type StoredPolicyVersion } from '../../domain/policy/policy-book.js';
import { nextInstant } from '../../domain/service-clock/next-instant.js';
import type { PoliciesOfTicket } from '../../domain/service-clock/clocked-ticket.js';
import { isTold, pastClocks } from '../../domain/service-clock/past-clocks.js';
import { readClock } from '../../domain/service-clock/read-clock.js';
import { aroundTheClock } from '../../domain/service-clock/time-measure.js';
import { newId } from '../../entities/new-id.js';
import { policyVersions } from '../../tenancy/policy/policy-versions.js';
import { executeOf } from '../../tenancy/write/execute-of.js';
import type { Execute } from '../../tenancy/write/write-transaction.js';
import { clockRow, entryRow, writeClocks, type ClockRow, type EntryRow } from '../service-clock/steps/clock-rows.js';
import { clocksOfTickets, type ClockSource, type KeptClock } from '../service-clock/steps/kept-clock.js';
import type { TimerChange } from '../command/command-context.js';
import { writeTimers } from '../timer/write-timers.js';
import type { ChunkContext } from './import-subject.js';
import { pastSteps } from './past-steps.js';
import type { TicketToWrite } from './ticket-rows.js';

const SYSTEM = { kind: 'SYSTEM', id: null } as const;

/**
 * Keeps the clocks of imported tickets, as far as the file has the times: what has passed is told to nobody, what is still
 * to come rings when it is due. Where a file is imported again, ledgers gain what it says more.
 */
export async function keepTicketClocks(
  { em, companyId, now }: ChunkContext,
  written: readonly TicketToWrite[],
): Promise<void> {
  const execute = executeOf(em);
  const statement = policyVersions(companyId, [...new Set(written.map(({ place }) => place.estate.id))]);
  const book = new PolicyBook(await execute<StoredPolicyVersion>(statement.sql, statement.parameters));
  const known = await clocksBefore({ companyId, execute: reading(execute) }, written);
  const clocks: ClockRow[] = [];
  const entries: EntryRow[] = [];
  const timers = new Map<string, TimerChange>();
  for (const { id: ticketId, draft, place } of written) {
    const { id: estateId, timeZone } = place.estate;
    const owner = { estateId, ticketId, occupancyId: null };
    const before = known.get(ticketId) ?? [];
    const steps = pastSteps(ticketId, draft, now);
    const policies: PoliciesOfTicket = (key, at) => book.at(key, { day: localDay(at, timeZone), estateId });
    const law = { policies, timeZone, now };
    for (const clock of pastClocks<KeptClock>(before, steps, law)) {
      const kept = 'id' in clock ? before.find(({ id }) => id === clock.id) : undefined;
      if (
        clock === kept ||
        (!kept && !isTold(clock, { stage: draft.stage, forwarded: draft.times.at.forwardedAt !== undefined }))
      )
        continue;
      const id = kept?.id ?? newId();
      const reading = readClock(clock.ledger, { ms: clock.limitMs, measure: aroundTheClock }, now);
      clocks.push(clockRow(id, owner, clock, reading));
      for (const entry of clock.ledger.slice(kept?.ledger.length ?? 0))
        entries.push({ ...entryRow(newId(), id, owner, entry, SYSTEM), late: false });
      const next = nextInstant(reading, now);
      if (next || kept) timers.set(id, { kind: 'CLOCK_DUE', subjectId: id, dueAt: next });
    }
  }
  await writeClocks(execute, companyId, clocks, entries);
  await writeTimers(execute, { timers, companyId });
}

/** What the mapping leaves as text is read as what it is: instants and milliseconds. */
const reading =
  (execute: Execute): Execute =>
  async <R>(text: string, values: readonly unknown[]): Promise<R[]> =>
    (await execute<Record<string, unknown>>(text, values)).map((row) => {
      const read = ([name, value]: [string, unknown]): [string, unknown] => {
        if (typeof value !== 'string') return [name, value];
        return [name, name.endsWith('At') ? new Date(value) : name.endsWith('Ms') ? Number(value) : value];
      };
      return Object.fromEntries(Object.entries(row).map(read)) as R;
    });

/** The clocks of tickets that an earlier import made. */
async function clocksBefore(source: ClockSource, written: readonly TicketToWrite[]): Promise<Map<string, KeptClock[]>> {
  const ids = written.flatMap(({ known }) => (known ? [known.id] : []));
  const found = new Map<string, KeptClock[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  for (const clock of await clocksOfTickets(source, ids)) found.get(clock.ticketId)?.push(clock);
  return found;
}
