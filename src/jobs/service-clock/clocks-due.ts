import { turnMajor } from '../../services/complaint/steps/turn-major.js';
import type { CommandContext } from '../../services/command/command-context.js';
import { announceClocks } from '../../services/service-clock/steps/announce-clocks.js';
import type { DueTimer } from '../timer/timer-handler.js';

/**
 * Service clocks have something to tell: the limit is near, it has passed, a pause is over. Whoever has to know is told in
 * the same transaction; a complaint that was not solved within its month is major from then on. Clocks of tickets that
 * somebody is working on wait for the next look. @rule R-CMP-37
 */
export async function clocksDue(ctx: CommandContext, timers: readonly DueTimer[]): Promise<DueTimer[]> {
  const { breached, busy } = await announceClocks(
    ctx,
    timers.map(({ subjectId }) => subjectId),
  );
  for (const { after, ticket } of breached) if (after.milestone === 'SOLVED') await turnMajor(ctx, ticket);
  return timers.filter(({ subjectId }) => !busy.has(subjectId));
}
