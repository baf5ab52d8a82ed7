import type { HoldReason, ReadingWay } from '../../../domain/meter/meter-words.js';
import type { Meter } from '../../../entities/meter/meter.entity.js';
import { MeterReading } from '../../../entities/meter/meter-reading.entity.js';
import { newId } from '../../../entities/new-id.js';
import type { CommandContext } from '../../command/command-context.js';

/** A reading as it is kept. */
interface NewReading {
  readonly how: ReadingWay;
  readonly readOn: string;
  readonly readAt: Date;
  readonly valueMilli: number;
  readonly turns: number;
  readonly holdReasons: readonly HoldReason[];
}

/** Keeps a reading of a meter, which waits for a person where there is a reason; tells of it. @rule R-FEE-07 */
export function writeReading(ctx: CommandContext, meter: Meter, said: NewReading): MeterReading {
  const { id: meterId, estateId, unitId = null, kind } = meter;
  const { how, readOn, readAt, holdReasons } = said;
  const reading = ctx.em.create(MeterReading, {
    ...{ companyId: ctx.companyId, id: newId(), estateId, meterId, unitId, kind },
    ...{ ...said, holdReasons: [...holdReasons], state: holdReasons.length > 0 ? 'HELD' : 'ACCEPTED' },
    ...{ recordedBy: ctx.principal.subjectId, recordedAt: ctx.clock.now(), version: 1 },
  });
  ctx.record({
    type: reading.state === 'HELD' ? 'meter.READING_HELD' : 'meter.READ',
    ...{ estateId, subjectKind: 'meter', subjectId: meterId, subjectVersion: meter.version },
    visibility: 'INTERNAL',
    occurredAt: readAt,
    facts: { readingId: reading.id, kind, how, readOn, reason: holdReasons[0] ?? null },
  });
  return reading;
}
