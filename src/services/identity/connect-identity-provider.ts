import { invalidInput, limitExceeded } from '../../domain/errors.js';
import { IdentityProvider } from '../../entities/identity/identity-provider.entity.js';
import { IssuerDirectory } from '../../entities/identity/issuer-directory.entity.js';
import { newId } from '../../entities/new-id.js';
import { authorizeOn } from '../../tenancy/authorize.js';
import { TOKEN_ISSUER } from '../../tenancy/identity/access-token.js';
import type { CommandContext } from '../command/command-context.js';
import type { CommandInput } from '../command/run-command.js';
import { flushUnique } from '../place/steps/flush-unique.js';

/** Providers of one company. */
const MAX_PROVIDERS = 10;

export interface ConnectIdentityProvider extends CommandInput {
  readonly issuer: string;
  readonly audience: string;
  /** Fetched through the guard whenever keys are needed; its form was checked at the door. */
  readonly jwksUri: string;
}

/**
 * Binds an OpenID Connect issuer and an audience to the company, and to no other: tokens of this issuer for this
 * audience may then speak for subjects that `linkExternalIdentity` names.
 * @throws FORBIDDEN company.manage on all of the company
 * @throws INVALID_INPUT input.issuer for this product's own
 * @throws CONFLICT when issuer and audience are bound already, wherever
 * @throws LIMIT_EXCEEDED when the company has ten providers
 */
export async function connectIdentityProvider(
  ctx: CommandContext,
  input: ConnectIdentityProvider,
): Promise<{ providerId: string }> {
  const { companyId, clock, em } = ctx;
  const { issuer, audience, jwksUri } = input;
  authorizeOn(ctx.principal, 'company.manage', null);
  if (issuer === TOKEN_ISSUER) throw invalidInput('input.issuer', 'is this product itself');
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('providers ' || ?, 0))`, [companyId]);
  if ((await em.count(IdentityProvider, { companyId })) >= MAX_PROVIDERS)
    throw limitExceeded('The company has as many identity providers as it may.', { limit: MAX_PROVIDERS });
  const provider = em.create(IdentityProvider, {
    companyId,
    id: newId(),
    issuer,
    audience,
    jwksUri,
    createdAt: clock.now(),
  });
  await em.flush();
  em.create(IssuerDirectory, { issuer, audience, companyId, providerId: provider.id });
  await flushUnique(ctx, 'identity provider');
  ctx.record({
    type: 'identity.PROVIDER_CONNECTED',
    estateId: null,
    subjectKind: 'identityProvider',
    subjectId: provider.id,
    subjectVersion: 1,
    visibility: 'INTERNAL',
    facts: {},
  });
  return { providerId: provider.id };
}
