import { invalidInput } from '../../../domain/errors.js';
import { assertMayStandStill, type PausableClock } from '../../../domain/service-clock/pause-clock.js';
import type { PauseReason } from '../../../domain/service-clock/pause-reason.js';
import { ClockPauseProposal } from '../../../entities/service-clock/clock-pause-proposal.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { Ticket } from '../../../entities/ticket/ticket.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { writeNote } from '../../ticket/steps/write-note.js';

const DAY_MS = 86_400_000;
/** No approval makes a customer wait longer than a season. */
const LONGEST_DAYS = 90;

/** What somebody asks for. */
export interface WantedPause {
  readonly reason: PauseReason;
  /** When the clock is to run again by itself. */
  readonly until: Date;
  /** Why, for whoever decides. */
  readonly note: string;
}

/**
 * Writes down for how long a clock is to stand still beyond the cap, as it will be approved.
 * @rule D-05
 * @throws RULE_REFUSED D-05 when it has ended, its limit has passed, it stands still for another reason, or never for this
 * @throws INVALID_INPUT `input.until` when that does not lie ahead, or lies more than 90 days ahead
 */
export async function writePauseProposal(
  ctx: CommandContext,
  { ticket, clockId, clock }: { readonly ticket: Ticket; readonly clockId: string; readonly clock: PausableClock },
  { reason, until, note }: WantedPause,
): Promise<ClockPauseProposal> {
  const now = ctx.clock.now();
  if (clock.reading.pause?.reason !== reason) assertMayStandStill(clock, reason);
  if (until <= now) throw invalidInput('input.until', 'must lie ahead', { earliest: now.toISOString() });
  const latest = new Date(now.getTime() + LONGEST_DAYS * DAY_MS);
  if (until > latest)
    throw invalidInput('input.until', `must lie at most ${LONGEST_DAYS} days ahead`, { latest: latest.toISOString() });
  const noteId = writeNote(ctx, ticket, { kind: 'NOTE', text: note, at: now });
  await ctx.em.flush();
  return ctx.em.create(ClockPauseProposal, {
    companyId: ctx.companyId,
    id: newId(),
    estateId: ticket.estateId,
    ticketId: ticket.id,
    clockId,
    reason,
    untilAt: until,
    noteId,
    proposedAt: now,
  });
}
