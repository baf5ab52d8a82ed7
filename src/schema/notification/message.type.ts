import { registerEnumType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { MessageChannel, MessageReason, MessageState } from '../../domain/notification/message-channel.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { connectionOf } from '../connection.js';
import { DateTime } from '../scalars.js';
import { NotificationKindEnum } from './notification-kind.enum.js';

/** The GraphQL enum of MessageChannel. */
export const MessageChannelEnum: { [V in MessageChannel]: V } = { MAIL: 'MAIL', SMS: 'SMS', WECHAT: 'WECHAT' };
registerEnumType(MessageChannelEnum, {
  name: 'MessageChannel',
  description: 'Way outside the product on which a person is told.',
  valuesConfig: {
    MAIL: { description: 'Mail, by the operator’s server.' },
    SMS: { description: 'SMS, by the company’s service.' },
    WECHAT: { description: 'WeChat, by the company’s service.' },
  },
});

/** The GraphQL enum of MessageState. */
export const MessageStateEnum: { [V in MessageState]: V } = {
  WAITING: 'WAITING',
  DELIVERED: 'DELIVERED',
  SKIPPED: 'SKIPPED',
  FAILED: 'FAILED',
};
registerEnumType(MessageStateEnum, {
  name: 'MessageState',
  description: 'How far a message to a person has come.',
  valuesConfig: {
    WAITING: { description: 'Is sent, or tried again.' },
    DELIVERED: { description: 'The server or service has taken it.' },
    SKIPPED: { description: 'Was not sent; `reason` says why.' },
    FAILED: { description: 'Was refused, or not taken for half a day.' },
  },
});

/** The GraphQL enum of MessageReason. */
export const MessageReasonEnum: { [V in MessageReason]: V } = {
  NO_ADDRESS: 'NO_ADDRESS',
  NO_SERVICE: 'NO_SERVICE',
  REFUSED: 'REFUSED',
  UNREACHABLE: 'UNREACHABLE',
};
registerEnumType(MessageReasonEnum, {
  name: 'MessageReason',
  description: 'Why a message to a person was not taken.',
  valuesConfig: {
    NO_ADDRESS: { description: 'No address or telephone is on record, or the person has left.' },
    NO_SERVICE: { description: 'No mail server is set, or the company has no endpoint for messages.' },
    REFUSED: { description: 'Refused for good: no such address.' },
    UNREACHABLE: { description: 'Not taken yet, or not within half a day.' },
  },
});

/** A message to a person, without words and address. */
@ObjectType('Message', {
  simpleResolvers: true,
  description: 'A notification on its way to a person on one channel: what became of it, no words and no address.',
})
export class MessageType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => NotificationKindEnum, { description: 'What it tells.' })
  kind!: NotificationKind;

  @Field(() => ID, { description: 'The member of staff or the customer.' })
  personId!: string;

  @Field(() => MessageChannelEnum, { description: 'On which way.' })
  channel!: MessageChannel;

  @Field(() => MessageStateEnum, { description: 'How far it has come.' })
  state!: MessageState;

  @Field(() => MessageReasonEnum, { nullable: true, description: 'Why it was not taken; null while nothing is wrong.' })
  reason!: MessageReason | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTime, { description: 'When it was filed.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last tried; null before.' })
  triedAt!: Date | null;
}

/** A page of a list of Message. */
export const MessageConnection = connectionOf<MessageType>('Message', () => MessageType);
