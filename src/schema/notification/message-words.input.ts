import { Field, InputType, Int } from 'type-graphql';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { MessageLanguageEnum } from './message-language.enum.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

const TITLE = 60;
const BODY = 500;

/** A company's own words. */
@InputType('SetMessageTemplateInput', {
  description:
    'A company’s own words for a kind of message in a language. Without title and body: the product’s again.',
})
export class SetMessageTemplateInput extends CommandFields {
  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @Field(() => MessageLanguageEnum, { description: 'The language.' })
  language!: MessageLanguage;

  @TextField({ max: TITLE, nullable: true, description: 'Title, with placeholders such as `{number}`.' })
  title?: string | null;

  @TextField({ max: BODY, nullable: true, multiline: true, description: 'Text, with placeholders.' })
  body?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen, 0 for none; another one is a CONFLICT with `currentVersion`.',
  })
  expectedVersion?: number | null;
}

/** Words to look at. */
@InputType('PreviewMessageInput', { description: 'Words to look at before they are set.' })
export class PreviewMessageInput {
  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @TextField({ max: TITLE, description: 'Title, with placeholders such as `{number}`.' })
  title!: string;

  @TextField({ max: BODY, multiline: true, description: 'Text, with placeholders.' })
  body!: string;
}
