import { ExternalIdentity } from '../../entities/identity/external-identity.entity.js';
import { Staff } from '../../entities/people/staff.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

export interface UnlinkExternalIdentity extends CommandInput {
  readonly identityId: string;
}

/**
 * Takes a link back: within one second tokens of the subject are refused everywhere and their sockets closed. Other ways
 * in of the person stay.
 * @throws NOT_FOUND external identity
 * @throws FORBIDDEN company.manage on all of the company
 */
export async function unlinkExternalIdentity(
  ctx: CommandContext,
  input: UnlinkExternalIdentity,
): Promise<{ identityId: string }> {
  authorizeOn(ctx.principal, 'company.manage', null);
  const link = await findRow(ctx, ExternalIdentity, 'external identity', input.identityId, 'lock');
  const { estateId = null } = await findRow(ctx, Staff, 'staff', link.staffId);
  ctx.em.remove(link);
  ctx.record({
    type: 'identity.EXTERNAL_IDENTITY_UNLINKED',
    estateId,
    subjectKind: 'externalIdentity',
    subjectId: link.id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { staffId: link.staffId, providerId: link.providerId },
  });
  return { identityId: link.id };
}
