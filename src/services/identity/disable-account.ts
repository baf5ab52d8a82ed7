import { conflict, notFound } from '../../domain/errors.js';
import { Staff } from '../../entities/people/staff.entity.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertAnAdministratorRemains } from './steps/assert-an-administrator-remains.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { closeLogins } from './steps/close-logins.js';

export interface DisableAccount extends CommandInput {
  readonly staffId: string;
}

/**
 * Closes the logins of a member of staff: nobody signs in with them, and within one second their tokens are refused
 * everywhere and their sockets closed. Who could give every role that the person holds may close the login.
 * @throws NOT_FOUND staff, or account when the person has none
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 * @throws CONFLICT when it is closed already
 * @throws RULE_REFUSED LAST_ADMINISTRATOR when nobody else would administer the company
 */
export async function disableAccount(ctx: CommandContext, input: DisableAccount): Promise<{ staffId: string }> {
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  const roles = await assertMayManage(ctx, staff);
  if (roles.some(({ role, estateId, groupId }) => role === 'COMPANY_ADMIN' && estateId == null && groupId == null))
    await assertAnAdministratorRemains(ctx, staff.id);

  const logins = await closeLogins(ctx, staff.id);
  if (logins.all === 0) throw notFound('account');
  if (logins.open === 0) throw conflict('The login is closed already.', { what: 'account' });
  staff.inactiveSince = ctx.clock.now();
  ctx.record({
    type: 'identity.ACCOUNT_DISABLED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: {},
  });
  return { staffId: staff.id };
}
