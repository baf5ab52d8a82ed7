import type { ClockEntry } from '../../../domain/service-clock/clock-ledger.js';
import { resumeEntry, standStillEntries } from '../../../domain/service-clock/pause-clock.js';
import type { PauseReason } from '../../../domain/service-clock/pause-reason.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { clocksNow, type ClockNow } from './clocks-now.js';
import { keepClocks } from './keep-clocks.js';
import { recordClockEvent } from './record-clock-event.js';

interface AllowedPause {
  readonly reason: PauseReason;
  readonly at: Date;
  readonly until: Date;
}

/**
 * Has the clocks of a ticket stand still that run and take the reason, until an instant that is allowed already; those
 * that stand still for it go on doing so until then. The command holds the lock on the ticket.
 * @param clockId only this clock
 * @returns how many of them do so
 * @rule D-05
 */
export async function haveClocksStandStill(
  ctx: CommandContext,
  ticket: Ticket,
  pause: AllowedPause,
  clockId?: string,
): Promise<number> {
  const now = ctx.clock.now();
  return enterAll(ctx, ticket, pause.at, 'PAUSED', clockId, (clock) => standStillEntries(clock, pause, now));
}

/** Has the clocks of a ticket run again that stand still for a reason. @rule D-05 */
export async function haveClocksRunAgain(
  ctx: CommandContext,
  ticket: Ticket,
  reason: PauseReason,
  at: Date,
): Promise<void> {
  const now = ctx.clock.now();
  const begun = ({ reading: { pause } }: ClockNow): Date => (pause && pause.since > at ? pause.since : at);
  await enterAll(ctx, ticket, at, 'RESUMED', undefined, (clock) =>
    clock.reading.pause?.reason === reason ? [resumeEntry(clock, begun(clock), now)] : [],
  );
}

async function enterAll(
  ctx: CommandContext,
  ticket: Ticket,
  at: Date,
  type: 'PAUSED' | 'RESUMED',
  clockId: string | undefined,
  entriesOf: (clock: ClockNow) => readonly ClockEntry[],
): Promise<number> {
  const changes = (await clocksNow(ctx, ticket)).flatMap((each) => {
    const entries = clockId === undefined || each.clock.id === clockId ? entriesOf(each) : [];
    if (entries.length === 0) return [];
    const { clock: before } = each;
    return [{ before, after: { ...before, ledger: [...before.ledger, ...entries] }, ticket }];
  });
  for (const kept of await keepClocks(ctx, changes)) recordClockEvent(ctx, kept, type, at);
  return changes.length;
}
