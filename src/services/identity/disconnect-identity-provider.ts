import { ExternalIdentity } from '../../entities/identity/external-identity.entity.js';
import { IdentityProvider } from '../../entities/identity/identity-provider.entity.js';
import { IssuerDirectory } from '../../entities/identity/issuer-directory.entity.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { findRow } from '../place/steps/find-row.js';

export interface DisconnectIdentityProvider extends CommandInput {
  readonly providerId: string;
}

/**
 * Unbinds an issuer with all its links: within one second its tokens are refused everywhere and their sockets closed.
 * @throws NOT_FOUND identity provider
 * @throws FORBIDDEN company.manage on all of the company
 */
export async function disconnectIdentityProvider(
  ctx: CommandContext,
  input: DisconnectIdentityProvider,
): Promise<{ providerId: string }> {
  const { companyId, em } = ctx;
  authorizeOn(ctx.principal, 'company.manage', null);
  const { id } = await findRow(ctx, IdentityProvider, 'identity provider', input.providerId, 'lock');
  const unlinked = await em.nativeDelete(ExternalIdentity, { companyId, providerId: id });
  await em.nativeDelete(IssuerDirectory, { companyId, providerId: id });
  await em.nativeDelete(IdentityProvider, { companyId, id });
  ctx.record({
    type: 'identity.PROVIDER_DISCONNECTED',
    estateId: null,
    subjectKind: 'identityProvider',
    subjectId: id,
    subjectVersion: 2,
    visibility: 'INTERNAL',
    facts: { unlinked },
  });
  return { providerId: id };
}
