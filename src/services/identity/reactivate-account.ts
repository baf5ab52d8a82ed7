import { conflict } from '../../domain/errors.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { staffLogin } from './steps/staff-login.js';

export interface ReactivateAccount extends CommandInput {
  readonly staffId: string;
}

/**
 * Opens a closed login of a member of staff again, with the password and the roles that it had; sign-ins that were ended
 * stay so. The key of an integration stays revoked.
 * @throws NOT_FOUND staff, or account when the person has none
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 * @throws CONFLICT when it is open
 */
export async function reactivateAccount(ctx: CommandContext, input: ReactivateAccount): Promise<{ staffId: string }> {
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  await assertMayManage(ctx, staff);
  await atTheDoor(ctx.em, async () => {
    const account = await staffLogin(ctx, staff.id);
    if (!account.disabledAt) throw conflict('The login is open.', { what: 'account' });
    account.disabledAt = null;
  });
  staff.inactiveSince = null;
  ctx.record({
    type: 'identity.ACCOUNT_REACTIVATED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: {},
  });
  return { staffId: staff.id };
}
