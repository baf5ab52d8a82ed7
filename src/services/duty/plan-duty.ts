import { assertDutyPeriod } from '../../domain/duty/duty-period.js';
import { invalidInput } from '../../domain/errors.js';
import type { Role } from '../../domain/identity/role.js';
import { Duty } from '../../entities/duty/duty.entity.js';
import { newId } from '../../entities/new-id.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findAll } from '../place/steps/find-all.js';
import { findRow } from '../place/steps/find-row.js';
import { assertPostIsFree } from './steps/assert-post-is-free.js';
import { recordDutyEvent } from './steps/record-duty-event.js';

interface PlanDuty extends CommandInput {
  readonly staffId: string;
  readonly post: Role;
  /** One estate or several; absent: all of the company. */
  readonly estateIds?: readonly string[] | null;
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/**
 * Plans that somebody stands at a post: for one estate, several (a duty for each), or all of the company.
 * @rule D-11
 * @throws NOT_FOUND staff or estate
 * @throws FORBIDDEN duty.manage on each of the estates, or on all for the whole company
 * @throws INVALID_INPUT for a period that no roster means, or no estate
 * @throws RULE_REFUSED D-11 when the person does not hold the post there, or stands at it then already
 */
export async function planDuty(ctx: CommandContext, input: PlanDuty): Promise<{ dutyIds: string[] }> {
  const { companyId, clock, principal } = ctx;
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  const estates = input.estateIds == null ? null : await findAll(ctx, Estate, 'estate', input.estateIds);
  if (estates?.length === 0) throw invalidInput('input.estateIds', 'name at least one estate, or leave it out for all');
  const places = estates?.map((estate) => estate.id).sort() ?? [null];
  for (const estateId of places) authorizeOn(principal, 'duty.manage', estateId);
  const { post, fromAt, untilAt } = input;
  assertDutyPeriod({ fromAt, untilAt }, clock.now());
  const dutyIds: string[] = [];
  for (const estateId of places) {
    const planned = { staffId: staff.id, post, estateId, fromAt, untilAt };
    await assertPostIsFree(ctx, planned);
    const duty = ctx.em.create(Duty, { companyId, id: newId(), ...planned, createdAt: clock.now(), version: 1 });
    recordDutyEvent(ctx, duty, 'PLANNED');
    dutyIds.push(duty.id);
  }
  return { dutyIds };
}
