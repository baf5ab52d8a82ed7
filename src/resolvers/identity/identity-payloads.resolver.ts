import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { apiKeyById } from '../../loaders/identity/api-key-by-id.js';
import { externalIdentityById } from '../../loaders/identity/external-identity-by-id.js';
import { identityProviderById } from '../../loaders/identity/identity-provider-by-id.js';
import { ApiKeyPayloadType } from '../../schema/identity/api-key-payload.type.js';
import { ApiKeyType } from '../../schema/identity/api-key.type.js';
import { ExternalIdentityPayloadType } from '../../schema/identity/external-identity-payload.type.js';
import { ExternalIdentityType } from '../../schema/identity/external-identity.type.js';
import { IdentityProviderPayloadType } from '../../schema/identity/identity-provider-payload.type.js';
import { IdentityProviderType } from '../../schema/identity/identity-provider.type.js';
import type { RequestContext } from '../../tenancy/request-context.js';

/** The key that a command was about. */
@Resolver(() => ApiKeyPayloadType)
export class ApiKeyPayloadResolver {
  @FieldResolver(() => ApiKeyType, { nullable: true, description: 'The key as it stands now, without its secret.' })
  apiKey(@Root() payload: ApiKeyPayloadType, @Ctx() ctx: RequestContext) {
    return apiKeyById(ctx).load(payload.apiKeyId);
  }
}

/** The provider that a command was about. */
@Resolver(() => IdentityProviderPayloadType)
export class IdentityProviderPayloadResolver {
  @FieldResolver(() => IdentityProviderType, {
    nullable: true,
    description: 'The provider as it stands now; null once it is disconnected.',
  })
  provider(@Root() payload: IdentityProviderPayloadType, @Ctx() ctx: RequestContext) {
    return identityProviderById(ctx).load(payload.providerId);
  }
}

/** The link that a command was about. */
@Resolver(() => ExternalIdentityPayloadType)
export class ExternalIdentityPayloadResolver {
  @FieldResolver(() => ExternalIdentityType, {
    nullable: true,
    description: 'The link as it stands now; null once it is taken back.',
  })
  identity(@Root() payload: ExternalIdentityPayloadType, @Ctx() ctx: RequestContext) {
    return externalIdentityById(ctx).load(payload.identityId);
  }
}
