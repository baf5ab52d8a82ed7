import { ruleRefused } from '../../../domain/errors.js';
import type { MeterKind } from '../../../domain/meter/meter-words.js';
import { meterToMilli } from '../../../domain/meter/meter-value.js';
import { assertRegister, serialOf } from '../../../domain/meter/meter-serial.js';
import { assertShown } from '../../../domain/meter/register.js';
import { Meter } from '../../../entities/meter/meter.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';
import { writeReading } from './write-reading.js';

/** A meter as somebody describes it. */
export interface SaidMeter {
  readonly serial: string;
  readonly digits: number;
  /** One where nothing is said. */
  readonly factor?: number | null;
  readonly prepaid?: boolean | null;
  /** What it shows when it is hung. */
  readonly value: string;
}

/** Where it hangs, and from which day on. */
interface Place {
  readonly estateId: string;
  readonly unitId: string | null;
  readonly buildingId: string | null;
  readonly kind: MeterKind;
  readonly installedOn: string;
  readonly replacesId: string | null;
}

/**
 * Hangs a meter, with what it shows: where counting begins.
 * @rule R-FEE-07 @rule R-MIN-06
 * @throws INVALID_INPUT for a serial, a register or a value that is none
 * @throws RULE_REFUSED R-FEE-07 when a meter of the estate with that serial hangs already
 */
export async function hangMeter(ctx: CommandContext, said: SaidMeter, place: Place): Promise<Meter> {
  const { digits, prepaid } = said;
  const factor = said.factor ?? 1;
  assertRegister(digits, factor);
  const serial = serialOf('input.serial', said.serial);
  const baseMilli = meterToMilli('input.value', said.value);
  assertShown('input.value', baseMilli, digits);
  const { estateId, kind } = place;
  const twin = await ctx.em.findOne(Meter, { companyId: ctx.companyId, estateId, kind, serial, removedOn: null });
  if (twin) throw ruleRefused('R-FEE-07', 'A meter with that number hangs already.', { meterId: twin.id });
  const meter = ctx.em.create(Meter, {
    ...{ ...place, companyId: ctx.companyId, id: newId(), serial, digits, factor, prepaid: prepaid ?? false },
    ...{ baseMilli, removedOn: null, version: 1 },
  });
  // Its first reading names it.
  await ctx.em.flush();
  ctx.record({
    type: 'meter.INSTALLED',
    ...{ estateId, subjectKind: 'meter', subjectId: meter.id, subjectVersion: 1, visibility: 'INTERNAL' },
    facts: { kind, installedOn: place.installedOn, prepaid: meter.prepaid, unitId: place.unitId },
  });
  writeReading(ctx, meter, {
    ...{ how: 'INSTALLED', readOn: place.installedOn, readAt: ctx.clock.now() },
    ...{ valueMilli: baseMilli, turns: 0, holdReasons: [] },
  });
  return meter;
}
