import { invalidInput, ruleRefused } from '../../domain/errors.js';
import type { EnteredWay, ReadingWay } from '../../domain/meter/meter-words.js';
import { meterToMilli } from '../../domain/meter/meter-value.js';
import { assertShown, shownAt } from '../../domain/meter/register.js';
import { estimateOf } from '../../domain/meter/usual-use.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { Meter } from '../../entities/meter/meter.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { judgedReading, neighboursOf, registerOf, type Neighbours } from './steps/neighbours.js';
import { assertUnread, replaceEstimate } from './steps/one-reading-a-day.js';
import { writeReading } from './steps/write-reading.js';

interface RecordMeterReading extends CommandInput {
  readonly meterId: string;
  /** READ where nothing is said. */
  readonly how?: EnteredWay | null;
  /** What it shows; of an estimate the product says it. */
  readonly value?: string | null;
  /** The day of `occurredAt` where nothing is said. */
  readonly readOn?: string | null;
  readonly occurredAt?: Date | null;
}

/**
 * Records what a meter showed at the end of a day, or has it estimated by what is usual. What is not plausible is taken and
 * waits for a person; an estimate of that day gives way. Needs `meter.record` on the estate, for an estimate `fee.bill`.
 * @rule R-FEE-07 @rule R-FEE-14
 * @throws NOT_FOUND meter
 * @throws INVALID_INPUT for a day on which it did not hang, and a value that it cannot show
 * @throws RULE_REFUSED R-FEE-07 when it was read on that day, or nobody knows what is usual
 */
export async function recordMeterReading(
  ctx: CommandContext,
  input: RecordMeterReading,
): Promise<{ readingId: string }> {
  const meter = await ctx.load(Meter, 'meter', input.meterId);
  const entered = input.how ?? 'READ';
  authorizeOn(ctx.principal, entered === 'ESTIMATED' ? 'fee.bill' : 'meter.record', meter.estateId);
  const readAt = ctx.occurredAt(input.occurredAt);
  const readOn = input.readOn ?? (await dayAt(ctx, meter.estateId, readAt));
  assertPastDay('input.readOn', readOn, await dayAt(ctx, meter.estateId, ctx.clock.now()));
  if (readOn <= meter.installedOn || (meter.removedOn && readOn > meter.removedOn))
    throw invalidInput(
      'input.readOn',
      'must lie behind the day on which it was hung, and not behind that on which it was taken away',
    );
  // What was read when it was taken away may have been rejected: another reading takes its place.
  const how: ReadingWay = entered !== 'ESTIMATED' && readOn === meter.removedOn ? 'REMOVED' : entered;
  await assertUnread(ctx, meter.id, readOn);
  const around = await neighboursOf(ctx, meter, readOn);
  if (how === 'ESTIMATED') {
    if (input.value != null) throw invalidInput('input.value', 'is said by the product for an estimate');
    const shown = estimated(meter, around, readOn);
    await replaceEstimate(ctx, meter.id, readOn);
    return { readingId: writeReading(ctx, meter, { how, readOn, readAt, ...shown, holdReasons: [] }).id };
  }
  if (input.value == null) throw invalidInput('input.value', 'must say what the meter shows');
  const valueMilli = meterToMilli('input.value', input.value);
  assertShown('input.value', valueMilli, meter.digits ?? null);
  const { turns, reasons } = await judgedReading(ctx, meter, { readOn, valueMilli }, around);
  if (reasons.length === 0) await replaceEstimate(ctx, meter.id, readOn);
  const said = { how, readOn, readAt, valueMilli, turns, holdReasons: reasons };
  return { readingId: writeReading(ctx, meter, said).id };
}

/** @throws RULE_REFUSED R-FEE-07 when nobody knows what is usual, or somebody has read it since */
function estimated(meter: Meter, { after, known }: Neighbours, readOn: string) {
  if (after)
    throw ruleRefused('R-FEE-07', 'Nothing is estimated before a reading that is known.', { readOn: after.readOn });
  const counted = estimateOf(known, readOn);
  if (counted === null)
    throw ruleRefused('R-FEE-07', 'Without a fortnight of readings nobody knows what is usual.', { readOn });
  return shownAt(registerOf(meter), counted);
}
