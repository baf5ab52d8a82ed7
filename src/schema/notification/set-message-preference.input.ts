import { ArrayMaxSize } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/notification-kind.js';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';
import { MessageLanguageEnum } from './message-language.enum.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

const MOST = NOTIFICATION_KINDS.length;

/** How the viewer wants to be told outside the product. */
@InputType('SetMessagePreferenceInput', {
  description: 'How you want to be told outside the product: all of it, as it is to be from now on.',
})
export class SetMessagePreferenceInput extends CommandFields {
  @Field(() => MessageLanguageEnum, { description: 'In which language.' })
  language!: MessageLanguage;

  @TextField({ max: 254, nullable: true, description: 'Where mail goes; absent for none.' })
  mailAddress?: string | null;

  @Field(() => [NotificationKindEnum], { description: 'What you want to be told by mail.' })
  @ArrayMaxSize(MOST, { message: `must name at most ${MOST} kinds` })
  mailKinds!: NotificationKind[];

  @Field(() => [NotificationKindEnum], { description: 'What you want to be told by SMS, to the telephone on record.' })
  @ArrayMaxSize(MOST, { message: `must name at most ${MOST} kinds` })
  smsKinds!: NotificationKind[];

  @Field(() => [NotificationKindEnum], {
    description: 'What you want to be told by WeChat, by the telephone on record.',
  })
  @ArrayMaxSize(MOST, { message: `must name at most ${MOST} kinds` })
  wechatKinds!: NotificationKind[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen, 0 for none; another one is a CONFLICT with `currentVersion`.',
  })
  expectedVersion?: number | null;
}
