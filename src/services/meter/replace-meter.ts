import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Meter } from '../../entities/meter/meter.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { hangMeter, type SaidMeter } from './steps/hang-meter.js';
import { takeMeterAway } from './steps/take-meter-away.js';

interface ReplaceMeter extends CommandInput, SaidMeter {
  readonly meterId: string;
  readonly expectedVersion?: number | null;
  /** The last that the old one showed. */
  readonly removedValue: string;
  /** Today where nothing is said. */
  readonly replacedOn?: string | null;
}

/**
 * Takes a meter away and hangs another in its place, on one day: what is used of that month is what the old one counted up to
 * its last value and the new one from its first. Needs `fee.bill` on the estate.
 * @rule R-FEE-07
 * @throws NOT_FOUND meter
 * @throws CONFLICT when it has changed meanwhile
 * @throws INVALID_INPUT for a day that cannot be, and a serial, a register or a value that is none
 * @throws RULE_REFUSED R-FEE-07 when it was taken away already, or a meter with that serial hangs
 */
export async function replaceMeter(ctx: CommandContext, input: ReplaceMeter): Promise<{ meterId: string }> {
  const old = await ctx.load(Meter, 'meter', input.meterId, input.expectedVersion);
  const { estateId, unitId = null, buildingId = null, kind } = old;
  authorizeOn(ctx.principal, 'fee.bill', estateId);
  const today = await dayAt(ctx, estateId, ctx.clock.now());
  const day = input.replacedOn ?? today;
  assertPastDay('input.replacedOn', day, today);
  await takeMeterAway(ctx, old, {
    ...{ removedOn: day, value: input.removedValue },
    paths: { removedOn: 'input.replacedOn', value: 'input.removedValue' },
  });
  // The new one may carry the number of the old.
  await ctx.em.flush();
  const place = { estateId, unitId, buildingId, kind, installedOn: day, replacesId: old.id };
  return { meterId: (await hangMeter(ctx, input, place)).id };
}
