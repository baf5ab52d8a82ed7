import { Field, Int, ObjectType } from 'type-graphql';
import type { MessageLanguage } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { Cursor } from '../scalars.js';
import { MessageLanguageEnum } from './message-language.enum.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

/** How the viewer wants to be told outside the product. */
@ObjectType('MessagePreference', {
  simpleResolvers: true,
  description: 'How you want to be told outside the product, kind by kind; inside it you are always told.',
})
export class MessagePreferenceType {
  @Field(() => Int, { description: 'Rises with every change; 0 while you have set nothing.' })
  version!: number;

  @Field(() => MessageLanguageEnum, { description: 'In which language.' })
  language!: MessageLanguage;

  @Field(() => String, { nullable: true, description: 'Where mail goes; null for none.' })
  mailAddress!: string | null;

  @Field(() => [NotificationKindEnum], { description: 'What you are told by mail.' })
  mailKinds!: readonly NotificationKind[];

  @Field(() => [NotificationKindEnum], { description: 'What you are told by SMS, to the telephone on record.' })
  smsKinds!: readonly NotificationKind[];

  @Field(() => [NotificationKindEnum], { description: 'What you are told by WeChat, by the telephone on record.' })
  wechatKinds!: readonly NotificationKind[];
}

/** The viewer's preference after a command; it is a field of the resolver. */
@ObjectType('MessagePreferencePayload', { description: 'How you want to be told, after a command.' })
export class MessagePreferencePayloadType {
  @Field(() => Cursor, { description: 'Position of the event log at the change.' })
  cursor!: string;
}
