import { defineEntity, p } from '@mikro-orm/core';
import { MESSAGE_CHANNELS, MESSAGE_REASONS, MESSAGE_STATES } from '../../domain/notification/message-channel.js';
import { NOTIFICATION_KINDS } from '../../domain/notification/notification-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A notification on its way to a person outside the product, on one channel: how far it has come, no words and no address. */
export const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    notificationId: col.ref(),
    /** The member of staff or the customer. */
    personId: col.ref(),
    estateId: col.ref().nullable(),
    kind: p.enum(NOTIFICATION_KINDS),
    channel: p.enum(MESSAGE_CHANNELS),
    state: p.enum(MESSAGE_STATES),
    reason: p.enum(MESSAGE_REASONS).nullable(),
    attempts: col.int(),
    createdAt: col.instant(),
    /** When it was last tried; null before. */
    triedAt: col.instant().nullable(),
  },
  uniques: [{ name: 'message_company_notification_key', properties: ['companyId', 'notificationId', 'channel'] }],
  indexes: [{ name: 'message_company_estate_idx', properties: ['companyId', 'estateId', 'id'] }],
  ...fence('message', { estate: 'nullable' }),
});

export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
