import { assertDutyPeriod } from '../../domain/duty/duty-period.js';
import { conflict } from '../../domain/errors.js';
import { Duty } from '../../entities/duty/duty.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertPostIsFree } from './steps/assert-post-is-free.js';
import { recordDutyEvent } from './steps/record-duty-event.js';

/** What is absent stays. */
interface ChangeDuty extends CommandInput {
  readonly dutyId: string;
  readonly expectedVersion: number;
  readonly staffId?: string | null;
  readonly fromAt?: Date | null;
  readonly untilAt?: Date | null;
}

/**
 * Changes who stands at the post, or when, as long as the duty is not over. What has begun keeps its beginning and its
 * person: who takes over in the middle gets a duty of the own.
 * @rule D-11
 * @throws NOT_FOUND duty or staff
 * @throws FORBIDDEN duty.manage on its estate, or on all for one of the whole company
 * @throws CONFLICT when it has changed meanwhile, is over, or has begun and its person or beginning is changed
 * @throws INVALID_INPUT for a period that no roster means
 * @throws RULE_REFUSED D-11 when the person does not hold the post there, or stands at it then already
 */
export async function changeDuty(ctx: CommandContext, input: ChangeDuty): Promise<{ dutyId: string }> {
  const duty = await ctx.load(Duty, 'duty', input.dutyId, input.expectedVersion);
  authorizeOn(ctx.principal, 'duty.manage', duty.estateId ?? null);
  const now = ctx.clock.now();
  if (duty.untilAt <= now) throw conflict('The duty is over.', { what: 'duty', untilAt: duty.untilAt.toISOString() });
  if (duty.fromAt <= now && (input.staffId != null || input.fromAt != null))
    throw conflict('The duty has begun: end it and plan another.', {
      what: 'duty',
      fromAt: duty.fromAt.toISOString(),
    });
  const staffId = input.staffId == null ? duty.staffId : (await findRow(ctx, Staff, 'staff', input.staffId)).id;
  const period = { fromAt: input.fromAt ?? duty.fromAt, untilAt: input.untilAt ?? duty.untilAt };
  assertDutyPeriod(period, now);
  const { id, post, estateId } = duty;
  await assertPostIsFree(ctx, { id, staffId, post, estateId: estateId ?? null, ...period });
  Object.assign(duty, { staffId, ...period });
  duty.version += 1;
  recordDutyEvent(ctx, duty, 'CHANGED');
  return { dutyId: id };
}
