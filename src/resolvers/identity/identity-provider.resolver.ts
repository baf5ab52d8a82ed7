import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { externalIdentitiesPage, type ExternalIdentityRow } from '../../loaders/identity/external-identity-by-id.js';
import { identityProviderById, identityProviders } from '../../loaders/identity/identity-provider-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ConnectIdentityProviderInput } from '../../schema/identity/connect-identity-provider.input.js';
import { DisconnectIdentityProviderInput } from '../../schema/identity/disconnect-identity-provider.input.js';
import { ExternalIdentityConnection } from '../../schema/identity/external-identity-connection.type.js';
import { ExternalIdentityPayloadType } from '../../schema/identity/external-identity-payload.type.js';
import { ExternalIdentityType } from '../../schema/identity/external-identity.type.js';
import { IdentityProviderPayloadType } from '../../schema/identity/identity-provider-payload.type.js';
import { IdentityProviderType } from '../../schema/identity/identity-provider.type.js';
import { LinkExternalIdentityInput } from '../../schema/identity/link-external-identity.input.js';
import { UnlinkExternalIdentityInput } from '../../schema/identity/unlink-external-identity.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { connectIdentityProvider } from '../../services/identity/connect-identity-provider.js';
import { disconnectIdentityProvider } from '../../services/identity/disconnect-identity-provider.js';
import { linkExternalIdentity } from '../../services/identity/link-external-identity.js';
import { unlinkExternalIdentity } from '../../services/identity/unlink-external-identity.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** External issuers that a company trusts, and whom their subjects are. */
@Resolver(() => ExternalIdentityType)
export class IdentityProviderResolver {
  @Query(() => [IdentityProviderType], {
    description: 'The identity providers of the company, ten at most. Needs `company.manage` on all of it; else none.',
  })
  identityProviders(@Ctx() ctx: RequestContext) {
    return identityProviders(ctx);
  }

  @Query(() => ExternalIdentityConnection, {
    description:
      'Which subjects are which members of staff, oldest link first. Needs `company.manage` on all of it; else none.',
  })
  externalIdentities(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext) {
    return externalIdentitiesPage(ctx, page);
  }

  @FieldResolver(() => IdentityProviderType, { nullable: true, description: 'Whose subject it is.' })
  provider(@Root() link: ExternalIdentityRow, @Ctx() ctx: RequestContext) {
    return identityProviderById(ctx).load(link.providerId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who it is.' })
  staff(@Root() link: ExternalIdentityRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(link.staffId);
  }

  @Mutation(() => IdentityProviderPayloadType, {
    nullable: true,
    description:
      'Binds an OpenID Connect issuer and an audience to the company, and to no other. Its tokens (RS256, ES256 or EdDSA, `typ` JWT or at+jwt) are then taken as `Authorization: Bearer …` for subjects that are linked. Needs `company.manage` on all of it.',
  })
  connectIdentityProvider(
    @Arg('input', () => ConnectIdentityProviderInput, { description: 'Which.' }) input: ConnectIdentityProviderInput,
    @Ctx() ctx: RequestContext,
  ) {
    ctx.house.outbound.assertAllowed(input.jwksUri, 'input.jwksUri');
    return command(ctx, connectIdentityProvider, input);
  }

  @Mutation(() => IdentityProviderPayloadType, {
    nullable: true,
    description:
      'Unbinds an issuer with all its links: its tokens are refused and their sockets closed within a second. Needs `company.manage` on all of the company.',
  })
  disconnectIdentityProvider(
    @Arg('input', () => DisconnectIdentityProviderInput, { description: 'Which.' })
    input: DisconnectIdentityProviderInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, disconnectIdentityProvider, input);
  }

  @Mutation(() => ExternalIdentityPayloadType, {
    nullable: true,
    description:
      'Says that a subject of a provider is a member of staff. Needs `company.manage` on all of the company, and power to give every role that the person holds.',
  })
  linkExternalIdentity(
    @Arg('input', () => LinkExternalIdentityInput, { description: 'Who is who.' }) input: LinkExternalIdentityInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, linkExternalIdentity, input);
  }

  @Mutation(() => ExternalIdentityPayloadType, {
    nullable: true,
    description:
      'Takes a link back: tokens of the subject are refused and their sockets closed within a second. Needs `company.manage` on all of the company.',
  })
  unlinkExternalIdentity(
    @Arg('input', () => UnlinkExternalIdentityInput, { description: 'Which.' }) input: UnlinkExternalIdentityInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, unlinkExternalIdentity, input);
  }
}
