import { invalidInput, notFound } from '../../domain/errors.js';
import { loginName } from '../../domain/identity/login.js';
import type { Secret } from '../../domain/identity/secret.js';
import { Account } from '../../entities/identity/account.entity.js';
import { newId } from '../../entities/new-id.js';
import { Department } from '../../entities/people/department.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { Estate } from '../../entities/place/estate.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import { hashPassword } from '../../tenancy/identity/password.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';

export interface CreateStaffAccount extends CommandInput {
  readonly displayName: string;
  readonly phone?: string | null;
  /** The one estate that the person works on; null for somebody of several or of the company. */
  readonly estateId?: string | null;
  readonly departmentId?: string | null;
  /** The part of the login before `@`. */
  readonly login: string;
  /** Long enough, checked at the door; no part of what the command is remembered by. */
  readonly password: Secret;
}

/**
 * Takes on a member of staff with a login. The person holds no role yet and may therefore do nothing: see `assignRole`.
 * @throws NOT_FOUND estate; department when it is unknown or of another estate
 * @throws FORBIDDEN staff.manage on the estate, or on all for somebody of several
 * @throws INVALID_INPUT for a login of another form
 * @throws CONFLICT when the login is taken
 * @throws LIMIT_EXCEEDED when too many passwords are being checked at once
 */
export async function createStaffAccount(ctx: CommandContext, input: CreateStaffAccount): Promise<{ staffId: string }> {
  const { companyId, clock, em } = ctx;
  const estateId = input.estateId == null ? null : (await findRow(ctx, Estate, 'estate', input.estateId)).id;
  authorizeOn(ctx.principal, 'staff.manage', estateId);
  const login = loginName(input.login);
  if (login === null)
    throw invalidInput('input.login', 'must be 1 to 64 letters, digits, dots, hyphens or underscores, without @');
  const department =
    input.departmentId == null ? null : await findRow(ctx, Department, 'department', input.departmentId);
  if (department && (department.estateId ?? null) !== estateId) throw notFound('department');
  const passwordHash = await hashPassword(input.password.reveal());

  const staff = em.create(Staff, {
    companyId,
    id: newId(),
    estateId,
    departmentId: department?.id ?? null,
    displayName: input.displayName,
    phone: input.phone ?? null,
    createdAt: clock.now(),
    version: 1,
  });
  const accountId = newId();
  await atTheDoor(em, async () => {
    em.create(Account, {
      companyId,
      id: accountId,
      login,
      kind: 'STAFF',
      staffId: staff.id,
      customerId: null,
      passwordHash,
      disabledAt: null,
      createdAt: clock.now(),
    });
    await flushUnique(ctx, 'login');
  });
  ctx.record({
    type: 'identity.STAFF_ACCOUNT_CREATED',
    estateId,
    subjectKind: 'staff',
    subjectId: staff.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { accountId },
  });
  return { staffId: staff.id };
}
