import { ExternalIdentity } from '../../entities/identity/external-identity.entity.js';
import { IdentityProvider } from '../../entities/identity/identity-provider.entity.js';
import { newId } from '../../entities/new-id.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';
import { flushUnique } from '../place/steps/flush-unique.js';
import { assertMayManage } from './steps/assert-may-manage.js';
import { staffLogin } from './steps/staff-login.js';

export interface LinkExternalIdentity extends CommandInput {
  readonly providerId: string;
  /** `sub` of the provider's tokens, letter by letter. */
  readonly subject: string;
  readonly staffId: string;
}

/**
 * Says that a subject of a provider is a member of staff: its tokens then speak for that person's account, with that
 * person's roles. One person may have several subjects; a subject is one person.
 * @throws NOT_FOUND identity provider; staff; account when the person has none
 * @throws FORBIDDEN company.manage on all of the company; staff.manage or role.assign beyond the asker's
 * @throws CONFLICT when the subject is linked already
 */
export async function linkExternalIdentity(
  ctx: CommandContext,
  input: LinkExternalIdentity,
): Promise<{ identityId: string }> {
  const { companyId, clock, em } = ctx;
  authorizeOn(ctx.principal, 'company.manage', null);
  const provider = await findRow(ctx, IdentityProvider, 'identity provider', input.providerId, 'lock');
  const staff = await findRow(ctx, Staff, 'staff', input.staffId);
  await assertMayManage(ctx, staff);
  const account = await atTheDoor(em, () => staffLogin(ctx, staff.id));
  const link = em.create(ExternalIdentity, {
    companyId,
    id: newId(),
    providerId: provider.id,
    subject: input.subject,
    accountId: account.id,
    staffId: staff.id,
    createdAt: clock.now(),
  });
  await flushUnique(ctx, 'external identity');
  ctx.record({
    type: 'identity.EXTERNAL_IDENTITY_LINKED',
    estateId: staff.estateId ?? null,
    subjectKind: 'externalIdentity',
    subjectId: link.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: { staffId: staff.id, providerId: provider.id },
  });
  return { identityId: link.id };
}
