import { conflict } from '../../domain/errors.js';
import { Duty } from '../../entities/duty/duty.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { recordDutyEvent } from './steps/record-duty-event.js';

interface EndDuty extends CommandInput {
  readonly dutyId: string;
  readonly expectedVersion: number;
}

/**
 * Ends a duty now; one that has not begun is called off and never was.
 * @rule D-11
 * @throws NOT_FOUND duty
 * @throws FORBIDDEN duty.manage on its estate, or on all for one of the whole company
 * @throws CONFLICT when it has changed meanwhile or is over
 */
export async function endDuty(ctx: CommandContext, input: EndDuty): Promise<{ dutyId: string }> {
  const duty = await ctx.load(Duty, 'duty', input.dutyId, input.expectedVersion);
  authorizeOn(ctx.principal, 'duty.manage', duty.estateId ?? null);
  const now = ctx.clock.now();
  if (duty.untilAt <= now || duty.untilAt <= duty.fromAt)
    throw conflict('The duty is over.', { what: 'duty', untilAt: duty.untilAt.toISOString() });
  duty.untilAt = now < duty.fromAt ? duty.fromAt : now;
  duty.version += 1;
  recordDutyEvent(ctx, duty, 'ENDED');
  return { dutyId: duty.id };
}
