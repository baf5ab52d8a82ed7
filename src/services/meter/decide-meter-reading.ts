import { invalidInput } from '../../domain/errors.js';
import { assertMayDecide } from '../../domain/meter/decide-reading.js';
import type { ReadingVerdict } from '../../domain/meter/meter-words.js';
import { Meter } from '../../entities/meter/meter.entity.js';
import { MeterReading } from '../../entities/meter/meter-reading.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { neighboursOf } from './steps/neighbours.js';
import { replaceEstimate } from './steps/one-reading-a-day.js';

interface DecideMeterReading extends CommandInput {
  readonly readingId: string;
  readonly expectedVersion?: number | null;
  readonly verdict: ReadingVerdict;
  /** That the register has gone back to zero since the reading before. */
  readonly rolledOver?: boolean | null;
}

/**
 * Decides on a reading that was held: it counts, with the register gone back to zero or not, or it does not. Needs
 * `fee.bill` on the estate.
 * @rule R-FEE-07
 * @throws NOT_FOUND reading
 * @throws CONFLICT when it has changed meanwhile, or does not wait
 * @throws INVALID_INPUT for a register that goes back to zero where nobody knows its digits
 * @throws RULE_REFUSED R-FEE-07 for who has read it
 */
export async function decideMeterReading(
  ctx: CommandContext,
  input: DecideMeterReading,
): Promise<{ readingId: string }> {
  const { verdict, rolledOver } = input;
  const reading = await ctx.load(MeterReading, 'reading', input.readingId, input.expectedVersion);
  authorizeOn(ctx.principal, 'fee.bill', reading.estateId);
  assertMayDecide(reading, ctx.principal.subjectId);
  const meter = await ctx.load(Meter, 'meter', reading.meterId);
  if (rolledOver && (verdict === 'REJECT' || meter.digits == null))
    throw invalidInput('input.rolledOver', 'only of a register with known digits, and a reading that counts');
  if (verdict === 'CONFIRM') {
    const { before } = await neighboursOf(ctx, meter, reading.readOn);
    await replaceEstimate(ctx, meter.id, reading.readOn);
    reading.turns = before.turns + (rolledOver ? 1 : 0);
  }
  const state = verdict === 'CONFIRM' ? 'CONFIRMED' : 'REJECTED';
  const decided = { decidedBy: ctx.principal.subjectId, decidedAt: ctx.clock.now() };
  Object.assign(reading, { state, ...decided, version: reading.version + 1 });
  ctx.record({
    type: 'meter.READING_DECIDED',
    ...{ estateId: reading.estateId, subjectKind: 'meter', subjectId: meter.id, subjectVersion: meter.version },
    visibility: 'INTERNAL',
    facts: { readingId: reading.id, kind: reading.kind, readOn: reading.readOn, state },
  });
  return { readingId: reading.id };
}
