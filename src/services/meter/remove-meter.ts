import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Meter } from '../../entities/meter/meter.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { takeMeterAway } from './steps/take-meter-away.js';

interface RemoveMeter extends CommandInput {
  readonly meterId: string;
  readonly expectedVersion?: number | null;
  readonly value: string;
  /** Today where nothing is said. */
  readonly removedOn?: string | null;
}

/**
 * Takes a meter away for good, with the last that it shows. Needs `fee.bill` on the estate.
 * @rule R-FEE-07
 * @throws NOT_FOUND meter
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a day that cannot be, and a value that is none
 * @throws RULE_REFUSED R-FEE-07 when it was taken away already, or was read on that day
 */
export async function removeMeter(ctx: CommandContext, input: RemoveMeter): Promise<{ meterId: string }> {
  const meter = await ctx.load(Meter, 'meter', input.meterId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bill', meter.estateId);
  const today = await dayAt(ctx, meter.estateId, ctx.clock.now());
  const removedOn = input.removedOn ?? today;
  assertPastDay('input.removedOn', removedOn, today);
  await takeMeterAway(ctx, meter, {
    ...{ removedOn, value: input.value },
    paths: { removedOn: 'input.removedOn', value: 'input.value' },
  });
  return { meterId: meter.id };
}
