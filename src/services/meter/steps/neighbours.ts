import { stateOn, OCCUPIED_STATES } from '../../../domain/place/household.js';
import { addDays } from '../../../domain/calendar/calendar-day.js';
import { judgeReading, type Judged } from '../../../domain/meter/judge-reading.js';
import { COUNTING_STATES } from '../../../domain/meter/meter-words.js';
import { countedBy } from '../../../domain/meter/register.js';
import { usualDaily, type CountedReading } from '../../../domain/meter/usual-use.js';
import type { Meter } from '../../../entities/meter/meter.entity.js';
import { MeterReading } from '../../../entities/meter/meter-reading.entity.js';
import { UnitState } from '../../../entities/place/unit-state.entity.js';
import type { CommandContext } from '../../command/command-context.js';

/** A year and a month, so that the last real reading has its year behind it. */
const DAYS_BACK = 400;

/** The meter as its register counts. */
export const registerOf = ({ digits = null, factor, baseMilli }: Meter) => ({ digits, factor, baseMilli });

/** What is known of a meter around a day. */
export interface Neighbours {
  /** The last real reading before the day that counts: at the least the one with which it was installed. */
  readonly before: MeterReading;
  /** The first real reading behind the day that counts. */
  readonly after: MeterReading | null;
  /** What counts of a year before the day, by day. */
  readonly known: readonly CountedReading[];
}

/** The readings that count around a day, of a meter that is locked. An estimate proves nothing of the readings beside it. */
export async function neighboursOf(ctx: CommandContext, meter: Meter, day: string): Promise<Neighbours> {
  const of = { companyId: ctx.companyId, meterId: meter.id, state: { $in: [...COUNTING_STATES] } };
  const past = await ctx.em.find(
    MeterReading,
    { ...of, readOn: { $lt: day, $gte: addDays(day, -DAYS_BACK) } },
    { orderBy: { readOn: 'asc' } },
  );
  const before =
    past.findLast(({ how }) => how !== 'ESTIMATED') ??
    (await ctx.em.findOneOrFail(
      MeterReading,
      { ...of, readOn: { $lt: day }, how: { $ne: 'ESTIMATED' } },
      { orderBy: { readOn: 'desc' } },
    ));
  const [after = null] = await ctx.em.find(
    MeterReading,
    { ...of, readOn: { $gt: day }, how: { $ne: 'ESTIMATED' } },
    { orderBy: { readOn: 'asc' }, limit: 1 },
  );
  const register = registerOf(meter);
  const known = (past.length > 0 ? past : [before]).map((reading) => ({
    readOn: reading.readOn,
    how: reading.how,
    counted: countedBy(register, reading),
  }));
  return { before, after, known };
}

/** What a reading is taken for, by what is known of the meter and its unit. @rule R-FEE-07 */
export async function judgedReading(
  ctx: CommandContext,
  meter: Meter,
  { readOn, valueMilli }: { readonly readOn: string; readonly valueMilli: number },
  { before, after, known }: Neighbours,
): Promise<Judged> {
  const states = meter.unitId
    ? await ctx.em.find(UnitState, { companyId: ctx.companyId, unitId: meter.unitId, fromDay: { $lte: readOn } })
    : [];
  const state = stateOn(states, readOn);
  return judgeReading({
    ...{ register: registerOf(meter), valueMilli, readOn, before, after },
    usual: usualDaily(known),
    occupied: state !== null && OCCUPIED_STATES.includes(state),
  });
}
