import type { ClockEntry } from '../../../domain/service-clock/clock-ledger.js';
import type { TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import { nextInstant } from '../../../domain/service-clock/next-instant.js';
import { readClock, type ClockReading } from '../../../domain/service-clock/read-clock.js';
import { newId } from '../../../entities/new-id.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { clockRow, entryRow, writeClocks, type ClockRow, type EntryRow } from './clock-rows.js';
import type { KeptClock } from './kept-clock.js';
import { measureOf } from './measure-of.js';
import { recordClockEvent } from './record-clock-event.js';

/** A clock that has changed: what it was, null for a new one, and what it is with its ledger. */
export interface ClockChange {
  readonly before: KeptClock | null;
  readonly after: TicketClock;
  readonly ticket: Ticket;
}

/** A change with what the clock says after it. */
export interface KeptChange extends ClockChange {
  readonly id: string;
  readonly reading: ClockReading;
  /** What is new in its ledger. */
  readonly entries: readonly ClockEntry[];
}

/**
 * Reads changed clocks off their ledgers, writes both and sets the timers for what comes next. An announced breach that
 * a late entry takes back is told of. Rows that the mapping holds back are written first.
 * @rule R-MET-11
 */
export async function keepClocks(ctx: CommandContext, changes: readonly ClockChange[]): Promise<KeptChange[]> {
  if (changes.length === 0) return [];
  const { kind, subjectId } = ctx.principal;
  const actor = { kind, id: kind === 'SYSTEM' ? null : subjectId };
  const clocks: ClockRow[] = [];
  const entries: EntryRow[] = [];
  const kept: KeptChange[] = [];
  for (const { before, after, ticket } of changes) {
    const id = before?.id ?? newId();
    const owner = { estateId: ticket.estateId, ticketId: ticket.id, occupancyId: ticket.occupancyId ?? null };
    const limit = { ms: after.limitMs, measure: await measureOf(ctx, ticket.estateId, after) };
    const reading = readClock(after.ledger, limit, ctx.clock.now());
    const fresh = after.ledger.slice(before?.ledger.length ?? 0);
    clocks.push(clockRow(id, owner, after, reading));
    for (const entry of fresh) entries.push(entryRow(newId(), id, owner, entry, actor));
    kept.push({ id, before, after, ticket, reading, entries: fresh });
  }
  await ctx.em.flush();
  await writeClocks(ctx.execute, ctx.companyId, clocks, entries);
  for (const change of kept) {
    const next = nextInstant(change.reading, ctx.clock.now());
    if (next) ctx.setTimer('CLOCK_DUE', change.id, next);
    else if (change.before) ctx.cancelTimer('CLOCK_DUE', change.id);
    if (change.reading.breachWithdrawnAt && !change.before?.breachWithdrawnAt)
      recordClockEvent(ctx, change, 'BREACH_WITHDRAWN', ctx.clock.now());
  }
  return kept;
}
