import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { assertPlaceholders, fillTemplate, SAMPLE_VALUES } from '../../domain/notification/message-template.js';
import { messageTemplates } from '../../loaders/notification/message-templates.js';
import { MessageTemplatePayloadType, MessageTemplateType } from '../../schema/notification/message-template.type.js';
import { PreviewMessageInput, SetMessageTemplateInput } from '../../schema/notification/message-words.input.js';
import { MessageWordsType } from '../../schema/notification/message-words.type.js';
import { setMessageTemplate } from '../../services/notification/set-message-template.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** What people are told, in which words. */
@Resolver(() => MessageTemplatePayloadType)
export class MessageTemplateResolver {
  @Query(() => [MessageTemplateType], {
    description: 'The words of every kind of message in every language. Needs `notification.manage`.',
  })
  messageTemplates(@Ctx() ctx: RequestContext) {
    return messageTemplates(ctx);
  }

  @Query(() => MessageWordsType, {
    description:
      'How words would read, with values that are made up; INVALID_INPUT for what such a message cannot name. Needs `notification.manage`.',
  })
  previewMessage(@Arg('input', () => PreviewMessageInput, { description: 'Which words.' }) input: PreviewMessageInput) {
    for (const part of ['title', 'body'] as const) assertPlaceholders(`input.${part}`, input.kind, input[part]);
    return fillTemplate(input, SAMPLE_VALUES);
  }

  @Mutation(() => MessageTemplatePayloadType, {
    nullable: true,
    description:
      'Sets your company’s own words for a kind of message, for whatever is read from now on. Needs `notification.manage` on all of the company.',
  })
  setMessageTemplate(
    @Arg('input', () => SetMessageTemplateInput, { description: 'Which words.' }) input: SetMessageTemplateInput,
    @Ctx() ctx: RequestContext,
  ) {
    return command(ctx, setMessageTemplate, input);
  }

  @FieldResolver(() => MessageTemplateType, { description: 'The words as they stand now.' })
  async template(@Root() { kind, language }: MessageTemplatePayloadType, @Ctx() ctx: RequestContext) {
    const all = await messageTemplates(ctx);
    return all.find((template) => template.kind === kind && template.language === language);
  }
}
