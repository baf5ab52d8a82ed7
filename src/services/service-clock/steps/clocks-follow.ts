import { concernsClocks } from '../../../domain/service-clock/clock-definitions.js';
import type { ClockHappening, PoliciesOfTicket } from '../../../domain/service-clock/clocked-ticket.js';
import { followClocks, type TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyBookOf } from '../../policy/steps/policy-in-force.js';
import { clockedTicketOf } from './clocked-ticket-of.js';
import { keepClocks, type ClockChange } from './keep-clocks.js';
import { clocksOfTicket, type KeptClock } from './kept-clock.js';

/**
 * Has the clocks of a ticket follow what happens to it in this command, once all of it has happened. The command holds
 * the lock on the ticket; no verb knows clocks by itself.
 */
export function clocksFollow(ctx: CommandContext, ticket: Ticket, happening: ClockHappening): void {
  if (!concernsClocks(happening.type, ticket.phase)) return;
  const key = `clocks of ${ticket.id}`;
  const happenings = ctx.once<ClockHappening[]>(key, () => []);
  happenings.push(happening);
  ctx.afterwards(key, () => follow(ctx, ticket, happenings.splice(0)));
}

async function follow(ctx: CommandContext, ticket: Ticket, happenings: readonly ClockHappening[]): Promise<void> {
  const { estateId, reportedAt } = ticket;
  const timeZone = await zoneOf(ctx, estateId);
  const book = await policyBookOf(ctx, estateId);
  const day = localDay(reportedAt, timeZone);
  const policies: PoliciesOfTicket = (key) => book.at(key, { day, estateId });
  const law = { policies, timeZone, now: ctx.clock.now() };
  const clocked = await clockedTicketOf(ctx, ticket);
  const before = ticket.version === 1 ? [] : await clocksOfTicket(ctx, ticket.id);
  let clocks: (KeptClock | TicketClock)[] = before;
  for (const happening of happenings) clocks = followClocks<KeptClock>(clocks, clocked, happening, law);
  await keepClocks(ctx, changesOf(before, clocks, ticket));
}

function changesOf(
  before: readonly KeptClock[],
  clocks: readonly (KeptClock | TicketClock)[],
  ticket: Ticket,
): ClockChange[] {
  const known = new Map(before.map((clock) => [clock.id, clock]));
  return clocks.flatMap((after) => {
    const kept = 'id' in after ? (known.get(after.id) ?? null) : null;
    return kept === after ? [] : [{ before: kept, after, ticket }];
  });
}
