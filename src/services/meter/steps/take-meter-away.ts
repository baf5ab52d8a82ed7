import { invalidInput, ruleRefused } from '../../../domain/errors.js';
import { COUNTING_STATES } from '../../../domain/meter/meter-words.js';
import { meterToMilli } from '../../../domain/meter/meter-value.js';
import { assertShown } from '../../../domain/meter/register.js';
import type { Meter } from '../../../entities/meter/meter.entity.js';
import { MeterReading } from '../../../entities/meter/meter-reading.entity.js';
import type { CommandContext } from '../../command/command-context.js';
import { judgedReading, neighboursOf } from './neighbours.js';
import { assertUnread, replaceEstimate, replaceEstimatesAfter } from './one-reading-a-day.js';
import { writeReading } from './write-reading.js';

interface Taken {
  readonly removedOn: string;
  /** The last that it shows. */
  readonly value: string;
  /** Where the input says so. */
  readonly paths: { readonly removedOn: string; readonly value: string };
}

/**
 * Takes a meter away, with the last that it shows: up to there it counts.
 * @rule R-FEE-07
 * @throws INVALID_INPUT for a day before it was hung or last read, and a value that is none
 * @throws RULE_REFUSED R-FEE-07 when it was taken away already, or was read on that day
 */
export async function takeMeterAway(
  ctx: CommandContext,
  meter: Meter,
  { removedOn, value, paths }: Taken,
): Promise<void> {
  if (meter.removedOn)
    throw ruleRefused('R-FEE-07', 'The meter was taken away already.', { removedOn: meter.removedOn });
  if (removedOn <= meter.installedOn) throw invalidInput(paths.removedOn, 'must lie behind the day it was hung on');
  const read = { companyId: ctx.companyId, meterId: meter.id, readOn: { $gt: removedOn } };
  const later = await ctx.em.count(MeterReading, {
    ...{ ...read, how: { $ne: 'ESTIMATED' }, state: { $in: [...COUNTING_STATES, 'HELD'] } },
  });
  if (later > 0) throw invalidInput(paths.removedOn, 'must not lie before its last reading');
  const valueMilli = meterToMilli(paths.value, value);
  assertShown(paths.value, valueMilli, meter.digits ?? null);
  await assertUnread(ctx, meter.id, removedOn);
  const around = await neighboursOf(ctx, meter, removedOn);
  const { turns, reasons } = await judgedReading(ctx, meter, { readOn: removedOn, valueMilli }, around);
  if (reasons.length === 0) await replaceEstimate(ctx, meter.id, removedOn);
  await replaceEstimatesAfter(ctx, meter.id, removedOn);
  Object.assign(meter, { removedOn, version: meter.version + 1 });
  ctx.record({
    type: 'meter.REMOVED',
    ...{ estateId: meter.estateId, subjectKind: 'meter', subjectId: meter.id, subjectVersion: meter.version },
    visibility: 'INTERNAL',
    facts: { kind: meter.kind, removedOn, unitId: meter.unitId ?? null },
  });
  writeReading(ctx, meter, {
    ...{ how: 'REMOVED', readOn: removedOn, readAt: ctx.clock.now(), valueMilli, turns, holdReasons: reasons },
  });
}
