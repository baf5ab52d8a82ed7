import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import type { MessageState } from '../../domain/notification/message-channel.js';
import { ownMessagePreference } from '../../loaders/notification/message-preference.js';
import { messages } from '../../loaders/notification/messages.js';
import {
  MessagePreferencePayloadType,
  MessagePreferenceType,
} from '../../schema/notification/message-preference.type.js';
import { MessageConnection, MessageStateEnum } from '../../schema/notification/message.type.js';
import { SetMessagePreferenceInput } from '../../schema/notification/set-message-preference.input.js';
import { PageArgs } from '../../schema/page-args.js';
import { setMessagePreference } from '../../services/notification/set-message-preference.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** How people are told outside the product, and what became of it. */
@Resolver(() => MessagePreferencePayloadType)
export class MessageResolver {
  @Query(() => MessageConnection, {
    description: 'Messages to persons, newest first: what became of each. Needs `notification.manage`.',
  })
  messages(
    @Arg('state', () => MessageStateEnum, {
      nullable: true,
      description: 'Those that have come so far; all where absent.',
    })
    state: MessageState | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return messages(ctx, state, page);
  }

  @Query(() => MessagePreferenceType, {
    description: 'How you want to be told outside the product. Nobody else sees it.',
  })
  messagePreference(@Ctx() ctx: RequestContext) {
    return ownMessagePreference(ctx);
  }

  @Mutation(() => MessagePreferencePayloadType, {
    nullable: true,
    description: 'Says how you want to be told outside the product, kind by kind.',
  })
  setMessagePreference(
    @Arg('input', () => SetMessagePreferenceInput, { description: 'How.' }) input: SetMessagePreferenceInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, setMessagePreference, input);
  }

  @FieldResolver(() => MessagePreferenceType, { description: 'How you want to be told, as it stands now.' })
  preference(@Ctx() ctx: RequestContext) {
    return ownMessagePreference(ctx);
  }
}
