import { LockMode } from '@mikro-orm/core';
import { entryToTell } from '../../../domain/service-clock/entry-to-tell.js';
import { readClock } from '../../../domain/service-clock/read-clock.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { keepClocks, type ClockChange, type KeptChange } from './keep-clocks.js';
import { clocksById, type KeptClock } from './kept-clock.js';
import { measureOf } from './measure-of.js';
import { recordClockEvent } from './record-clock-event.js';

/** What was told. */
interface Announced {
  /** Clocks whose breach was told now. */
  readonly breached: readonly KeptChange[];
  /** Clocks whose tickets somebody is working on this moment: they have not been looked at. */
  readonly busy: ReadonlySet<string>;
}

/**
 * Tells what clocks have to tell at this moment: that four fifths of a limit have passed, that all of it has, that a pause
 * is over by itself; each once. Looks at the facts under the locks of their tickets, so that a late or repeated call
 * tells nothing; it waits for nobody's lock, since it holds those of timers.
 * @rule R-MET-05
 */
export async function announceClocks(ctx: CommandContext, ids: readonly string[]): Promise<Announced> {
  const tickets = await lockTickets(ctx, ids);
  const changes: ClockChange[] = [];
  const busy = new Set<string>();
  for (const clock of await clocksById(ctx, ids)) {
    const ticket = tickets.get(clock.ticketId);
    if (!ticket) {
      busy.add(clock.id);
      continue;
    }
    const limit = { ms: clock.limitMs, measure: await measureOf(ctx, ticket.estateId, clock) };
    const reading = readClock(clock.ledger, limit, ctx.clock.now());
    const told = entryToTell(reading, ctx.clock.now());
    const after = told ? { ...clock, ledger: [...clock.ledger, told] } : clock;
    changes.push({ before: clock, after, ticket });
  }
  const kept = await keepClocks(ctx, changes);
  for (const change of kept) tell(ctx, change);
  const breached = kept.filter(({ entries }) => entries.some(({ kind }) => kind === 'BREACH'));
  return { breached, busy };
}

const CLOCKED = `
select c.ticket_id as id from service_clock c where c.company_id = $1 and c.id = any ($2)`;

async function lockTickets(ctx: CommandContext, ids: readonly string[]): Promise<Map<string, Ticket>> {
  const rows = await ctx.execute<{ readonly id: string }>(CLOCKED, [ctx.companyId, ids]);
  const tickets = await ctx.em.find(
    Ticket,
    { companyId: ctx.companyId, id: { $in: [...new Set(rows.map(({ id }) => id))] } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, orderBy: { id: 'asc' }, refresh: true },
  );
  return new Map(tickets.map((ticket) => [ticket.id, ticket]));
}

function tell(ctx: CommandContext, change: KeptChange & { readonly before: KeptClock | null }): void {
  const { before, reading, entries } = change;
  if (before?.state === 'PAUSED' && reading.state !== 'PAUSED')
    recordClockEvent(ctx, change, 'RESUMED', ctx.clock.now());
  for (const { kind, at } of entries)
    if (kind === 'BREACH') recordClockEvent(ctx, change, 'BREACHED', at);
    else if (kind === 'WARN') recordClockEvent(ctx, change, 'WARNED', at);
}
