import { conflict } from '../../domain/errors.js';
import { unmaskStateAt } from '../../domain/privacy/unmask-term.js';
import { UnmaskGrant } from '../../entities/privacy/unmask-grant.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';

interface RevokeUnmask extends CommandInput {
  readonly grantId: string;
}

/**
 * Takes a grant back before its end: the next query reads masks again. Who holds it may give it up, the estate may end
 * it. @rule R-ORG-77
 * @throws NOT_FOUND grant
 * @throws FORBIDDEN unmask.revoke on the estate
 * @throws CONFLICT when it has ended already
 */
export async function revokeUnmask(
  ctx: CommandContext,
  input: RevokeUnmask,
): Promise<{ grantId: string; version: number }> {
  const grant = await ctx.load(UnmaskGrant, 'grant', input.grantId);
  authorizeOn(ctx.principal, 'unmask.revoke', grant.estateId);
  const { expiresAt, revokedAt } = grant;
  if (unmaskStateAt({ expiresAt, revokedAt: revokedAt ?? null }, ctx.clock.now()) !== 'IN_FORCE')
    throw conflict('The grant has ended already.', { what: 'grant', currentVersion: grant.version });
  grant.revokedAt = ctx.clock.now();
  grant.revokedBy = ctx.principal.subjectId;
  grant.version += 1;
  ctx.record({
    type: 'privacy.UNMASK_REVOKED',
    estateId: grant.estateId,
    subjectKind: 'unmaskGrant',
    subjectId: grant.id,
    subjectVersion: grant.version,
    visibility: 'INTERNAL',
    facts: { staffId: grant.staffId },
  });
  return { grantId: grant.id, version: grant.version };
}
