import { Staff } from '../../entities/people/staff.entity.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { endSignIns } from './steps/end-sign-ins.js';
import { staffLogin } from './steps/staff-login.js';

export interface EndSessionsOf extends CommandInput {
  readonly staffId: string;
}

/**
 * Ends every sign-in of a member of staff, as after a lost phone: within one second their tokens are refused everywhere
 * and their sockets closed. The password stays.
 * @throws NOT_FOUND staff, or account when the person has none
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 */
export async function endSessionsOf(ctx: CommandContext, input: EndSessionsOf): Promise<{ staffId: string }> {
  const { companyId, clock, em } = ctx;
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  await assertMayManage(ctx, staff);
  const ended = await atTheDoor(em, async () => {
    const { id } = await staffLogin(ctx, staff.id);
    return endSignIns(em, clock.now(), { companyId, accountId: id });
  });
  ctx.record({
    type: 'identity.SESSIONS_ENDED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: { ended },
  });
  return { staffId: staff.id };
}
