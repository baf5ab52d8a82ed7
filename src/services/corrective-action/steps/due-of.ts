import { deadlineOfLocalDay } from '../../../domain/calendar/local-instant.js';
import type { ActionDue } from '../../../domain/corrective-action/action-due.js';
import { assertDueAhead } from '../../../domain/obligation/obligation-due.js';
import { zoneOf } from '../../calendar/steps/zone-of.js';
import type { CommandContext } from '../../command/command-context.js';

/** The end of a day at an estate, or at the company. @throws NOT_FOUND estate */
export const dueOf = async (ctx: CommandContext, estateId: string | null, dueDay: string): Promise<ActionDue> => ({
  dueDay,
  dueAt: deadlineOfLocalDay(dueDay, await zoneOf(ctx, estateId)),
});

/** As `dueOf`. @throws INVALID_INPUT for a day that is over, or more than two years ahead */
export async function dueAheadOf(ctx: CommandContext, estateId: string | null, dueDay: string): Promise<ActionDue> {
  const due = await dueOf(ctx, estateId, dueDay);
  assertDueAhead('input.dueDay', due.dueAt, ctx.clock.now());
  return due;
}
