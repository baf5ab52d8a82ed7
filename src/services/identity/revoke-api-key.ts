import { conflict, forbidden } from '../../domain/errors.js';
import { mayGive } from '../../domain/identity/delegation.js';
import { ApiKey } from '../../entities/identity/api-key.entity.js';
import { RoleAssignment } from '../../entities/people/role-assignment.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { atTheDoor } from '../../tenancy/identity/door-transaction.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

export interface RevokeApiKey extends CommandInput {
  readonly apiKeyId: string;
}

/**
 * Revokes a key for good: within one second it is refused everywhere and its sockets are closed. Who could make it may
 * revoke it.
 * @throws NOT_FOUND API key
 * @throws FORBIDDEN apiKey.manage on its estate, or on all for a key of several; role.assign when a role is beyond the
 * asker's
 * @throws CONFLICT when it is revoked already
 */
export async function revokeApiKey(ctx: CommandContext, input: RevokeApiKey): Promise<{ apiKeyId: string }> {
  const { companyId, clock, em, principal } = ctx;
  const { estateId = null, staffId } = await findRow(ctx, ApiKey, 'API key', input.apiKeyId);
  authorizeOn(principal, 'apiKey.manage', estateId);
  const roles = await atTheDoor(em, () => em.find(RoleAssignment, { companyId, staffId }));
  if (!roles.every((held) => mayGive(principal.roles, held.role, held.estateId ?? null)))
    throw forbidden('role.assign');
  const key = await findRow(ctx, ApiKey, 'API key', input.apiKeyId, 'lock');
  if (key.revokedAt) throw conflict('The key is revoked already.', { what: 'apiKey' });
  key.revokedAt = clock.now();
  ctx.record({
    type: 'identity.API_KEY_REVOKED',
    estateId,
    subjectKind: 'apiKey',
    subjectId: key.id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { staffId },
  });
  return { apiKeyId: key.id };
}
