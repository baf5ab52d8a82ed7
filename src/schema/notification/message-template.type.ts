import { Field, Int, ObjectType } from 'type-graphql';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { Cursor, DateTime } from '../scalars.js';
import { MessageLanguageEnum } from './message-language.enum.js';
import { MessageWordsType } from './message-words.type.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

/** Words as a company has set them once. */
@ObjectType('MessageTemplateVersion', {
  simpleResolvers: true,
  description: 'Words as your company has set them; the highest version is in force.',
})
export class MessageTemplateVersionType {
  @Field(() => Int, { description: 'Counts from 1 within kind and language.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Title; null went back to the product’s words.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Text; null went back to the product’s words.' })
  body!: string | null;

  @Field(() => DateTime, { description: 'When it was set.' })
  createdAt!: Date;
}

/** The words of a kind of message in a language. */
@ObjectType('MessageTemplate', {
  simpleResolvers: true,
  description: 'The words in force for a kind of message in a language.',
})
export class MessageTemplateType {
  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @Field(() => MessageLanguageEnum, { description: 'The language.' })
  language!: MessageLanguage;

  @Field(() => Int, { description: 'The version in force; 0 while your company has set none.' })
  version!: number;

  @Field(() => Boolean, { description: 'Whether they are your company’s own words, not the product’s.' })
  isOwn!: boolean;

  @Field(() => String, { description: 'Title, with placeholders.' })
  title!: string;

  @Field(() => String, { description: 'Text, with placeholders.' })
  body!: string;

  @Field(() => [String], { description: 'What title and text may name, each written `{name}`.' })
  placeholders!: readonly string[];

  @Field(() => MessageWordsType, { description: 'How it reads, with values that are made up.' })
  example!: MessageWordsType;

  @Field(() => [MessageTemplateVersionType], { description: 'All that your company has set, newest first.' })
  versions!: MessageTemplateVersionType[];
}

/** The words after a command; they are a field of the resolver. */
@ObjectType('MessageTemplatePayload', { description: 'The words after a command.' })
export class MessageTemplatePayloadType {
  @Field(() => Cursor, { description: 'Position of the change in the event log.' })
  cursor!: string;

  kind!: NotificationKind;

  language!: MessageLanguage;
}
