import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { invalidInput, ruleRefused } from '../../domain/errors.js';
import { meterToMilli } from '../../domain/billing/meter-value.js';
import { assertPastDay } from '../../domain/place/plausible-day.js';
import { MeterReading } from '../../entities/billing/meter-reading.entity.js';
import { newId } from '../../entities/new-id.js';
import { Unit } from '../../entities/place/unit.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { dayAt } from '../calendar/steps/zone-of.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

interface RecordMeterReading extends CommandInput {
  readonly unitId: string;
  readonly kind: ChargeKind;
  readonly value: string;
  /** Today where nothing is said. */
  readonly readOn?: string | null;
}

/** What meters count. */
const METERED: readonly ChargeKind[] = ['WATER', 'ELECTRICITY'];

/**
 * Records what a meter of a unit showed at the end of a day; what lies between two readings is charged. Needs `fee.bill` on
 * the estate.
 * @rule R-FEE-07 @rule R-FEE-14
 * @throws NOT_FOUND unit
 * @throws INVALID_INPUT for a kind that no meter counts, a day ahead, and a value that is none
 * @throws RULE_REFUSED R-FEE-07 when the meter would have run backwards, or was read on that day
 */
export async function recordMeterReading(
  ctx: CommandContext,
  input: RecordMeterReading,
): Promise<{ readingId: string }> {
  const unit = await findRow(ctx, Unit, 'unit', input.unitId, 'lock');
  authorizeOn(ctx.principal, 'fee.bill', unit.estateId);
  const { kind } = input;
  if (!METERED.includes(kind)) throw invalidInput('input.kind', 'must be WATER or ELECTRICITY');
  const today = await dayAt(ctx, unit.estateId, ctx.clock.now());
  const readOn = input.readOn ?? today;
  assertPastDay('input.readOn', readOn, today);
  const valueMilli = meterToMilli('input.value', input.value);
  const of = { companyId: ctx.companyId, unitId: unit.id, kind };
  const [before] = await ctx.em.find(
    MeterReading,
    { ...of, readOn: { $lte: readOn } },
    { orderBy: { readOn: 'desc' }, limit: 1 },
  );
  const [after] = await ctx.em.find(
    MeterReading,
    { ...of, readOn: { $gt: readOn } },
    { orderBy: { readOn: 'asc' }, limit: 1 },
  );
  if (before?.readOn === readOn) throw ruleRefused('R-FEE-07', 'The meter was read on that day.', { readOn });
  if ((before && before.valueMilli > valueMilli) || (after && after.valueMilli < valueMilli))
    throw ruleRefused('R-FEE-07', 'A meter does not run backwards.', { readOn });
  const reading = ctx.em.create(MeterReading, {
    ...of,
    id: newId(),
    estateId: unit.estateId,
    readOn,
    valueMilli,
    recordedBy: ctx.principal.subjectId,
    recordedAt: ctx.clock.now(),
  });
  ctx.record({
    type: 'meter.READ',
    estateId: unit.estateId,
    subjectKind: 'unit',
    subjectId: unit.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { readingId: reading.id, kind, readOn },
  });
  return { readingId: reading.id };
}
