import { conflict } from '../../domain/errors.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { issueCode, type IssuedCode } from './steps/one-time-code.js';
import { staffLogin } from './steps/staff-login.js';

/** How long a password code is good: an hour. */
export const PASSWORD_CODE_MS = 3_600_000;

export interface IssuePasswordCode extends CommandInput {
  readonly staffId: string;
}

/**
 * Makes a one-time code with which a member of staff sets a new password within an hour; shown once, in place of an
 * earlier one. Password and sign-ins stand until it is used.
 * @throws NOT_FOUND staff, or account when the person has none
 * @throws FORBIDDEN staff.manage on the person's estate; role.assign when a role of the person is beyond the asker's
 * @throws CONFLICT when the login is closed
 * @throws LIMIT_EXCEEDED when too many passwords are being checked at once
 */
export async function issuePasswordCode(ctx: CommandContext, input: IssuePasswordCode): Promise<IssuedCode> {
  const { companyId, clock, em } = ctx;
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  await assertMayManage(ctx, staff);
  const issued = await atTheDoor(em, async () => {
    const account = await staffLogin(ctx, staff.id);
    if (account.disabledAt) throw conflict('The login is closed.', { what: 'account' });
    return issueCode(em, companyId, clock.now(), PASSWORD_CODE_MS, { purpose: 'PASSWORD', accountId: account.id });
  });
  ctx.record({
    type: 'identity.PASSWORD_CODE_ISSUED',
    estateId: staff.estateId ?? null,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: staff.version,
    visibility: 'INTERNAL',
    facts: {},
  });
  return issued;
}
