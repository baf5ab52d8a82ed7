import { LockMode } from '@mikro-orm/core';
import { CLOCKED_OBLIGATIONS } from '../../../domain/service-clock/clock-definition.js';
import { concernsClocks } from '../../../domain/service-clock/clock-definitions.js';
import type { ClockHappening, PoliciesOfTicket } from '../../../domain/service-clock/clocked-ticket.js';
import { followClocks, type TicketClock } from '../../../domain/service-clock/follow-clocks.js';
import { localDay } from '../../../domain/place/local-day.js';
import type { Obligation } from '../../../entities/obligation/obligation.entity.js';
import { Ticket } from '../../../entities/ticket/ticket.entity.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';
import { policyBookOf } from '../../policy/steps/policy-in-force.js';
import { clockedTicketOf } from './clocked-ticket-of.js';
import { keepClocks, type ClockChange } from './keep-clocks.js';
import { clocksOfTickets, type KeptClock } from './kept-clock.js';

/**
 * Has the clocks of a ticket follow what happens to it in this command, once all of it has happened. The command holds
 * the lock on the ticket; no verb knows clocks by itself.
 */
export function clocksFollow(ctx: CommandContext, ticket: Ticket, happening: ClockHappening): void {
  if (concernsClocks(happening.type, ticket.phase)) followLater(ctx, ticket.id, happening).ticket = ticket;
}

/**
 * Has the clock that measures what is owed about a ticket follow what becomes of the obligation. The lock on the ticket
 * is taken where the command does not hold it.
 */
export function clocksFollowObligation(
  ctx: CommandContext,
  { kind, subjectKind, subjectId, dueAt }: Obligation,
  became: string,
  at: Date,
): void {
  if (subjectKind !== 'TICKET' || !CLOCKED_OBLIGATIONS.some((clocked) => clocked === kind)) return;
  followLater(ctx, subjectId, { type: `${kind}_${became}`, at, facts: { dueAt: dueAt.toISOString() } });
}

/** What has happened to a ticket in a command, and the ticket where the command holds it. */
interface Followed {
  ticket: Ticket | null;
  readonly happenings: ClockHappening[];
}

function followLater(ctx: CommandContext, ticketId: string, happening: ClockHappening): Followed {
  const key = `clocks of ${ticketId}`;
  const followed = ctx.once<Followed>(key, () => ({ ticket: null, happenings: [] }));
  followed.happenings.push(happening);
  ctx.afterwards(key, async () => {
    followed.ticket ??= await lockTicket(ctx, ticketId);
    await follow(ctx, followed.ticket, followed.happenings.splice(0));
  });
  return followed;
}

const lockTicket = (ctx: CommandContext, id: string): Promise<Ticket> =>
  ctx.em.findOneOrFail(Ticket, { companyId: ctx.companyId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });

async function follow(ctx: CommandContext, ticket: Ticket, happenings: readonly ClockHappening[]): Promise<void> {
  const { estateId } = ticket;
  const [timeZone, book, before] = await Promise.all([
    zoneOf(ctx, estateId),
    policyBookOf(ctx, estateId),
    ticket.version === 1 ? [] : clocksOfTickets(ctx, [ticket.id]),
  ]);
  const policies: PoliciesOfTicket = (key, at) => book.at(key, { day: localDay(at, timeZone), estateId });
  const law = { policies, timeZone, now: ctx.clock.now() };
  const clocked = await clockedTicketOf(ctx, ticket);
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
