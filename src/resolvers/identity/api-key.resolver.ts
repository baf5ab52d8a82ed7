import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ApiKeyRow } from '../../loaders/identity/api-key-by-id.js';
import { apiKeysPage } from '../../loaders/identity/api-keys-page.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { ApiKeyConnection } from '../../schema/identity/api-key-connection.type.js';
import { ApiKeyPayloadType } from '../../schema/identity/api-key-payload.type.js';
import { ApiKeyType } from '../../schema/identity/api-key.type.js';
import { CreateApiKeyInput } from '../../schema/identity/create-api-key.input.js';
import { RevokeApiKeyInput } from '../../schema/identity/revoke-api-key.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { createApiKey } from '../../services/identity/create-api-key.js';
import { revokeApiKey } from '../../services/identity/revoke-api-key.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { shownOnce } from './shown-once.js';

/** Keys of integrations. */
@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description:
      'The API keys of your estates and, with reach over all of them, of the company; newest first. Needs `apiKey.manage`.',
  })
  apiKeys(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext) {
    return apiKeysPage(ctx, page);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'The member of staff, a program, whose roles are those of the key; null where you may not read it.',
  })
  staff(@Root() key: ApiKeyRow, @Ctx() ctx: RequestContext) {
    return staffById(ctx).load(key.staffId);
  }

  @Mutation(() => ApiKeyPayloadType, {
    nullable: true,
    description:
      'Makes a key by which another system signs in, with roles that you may give (D-11). Needs `apiKey.manage` on the one estate, or on all for several.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'For what.' }) input: CreateApiKeyInput,
    @Ctx() ctx: RequestContext,
  ) {
    const done = await command(ctx, createApiKey, input);
    return { ...done, key: shownOnce(done.key) };
  }

  @Mutation(() => ApiKeyPayloadType, {
    nullable: true,
    description:
      'Revokes a key for good: refused and its sockets closed within a second. Who could make it may revoke it.',
  })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which.' }) input: RevokeApiKeyInput,
    @Ctx() ctx: RequestContext,
  ) {
    return { ...(await command(ctx, revokeApiKey, input)), key: null };
  }
}
