import { defineEntity, p } from '@mikro-orm/core';
import { MESSAGE_LANGUAGES } from '../../domain/notification/message-template.js';
import type { NotificationKind } from '../../domain/notification/notification-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** How one person wants to be told outside the product: set by that person, read by that person and the program. */
export const MessagePreferenceSchema = defineEntity({
  name: 'MessagePreference',
  tableName: 'message_preference',
  properties: {
    companyId: col.companyId().primary(),
    /** The member of staff or the customer. */
    id: col.id(),
    language: p.enum(MESSAGE_LANGUAGES),
    /** Personal data: where mail goes; null for none. */
    mailAddress: col.text().nullable(),
    mailKinds: p.array<NotificationKind>(),
    smsKinds: p.array<NotificationKind>(),
    wechatKinds: p.array<NotificationKind>(),
    changedAt: col.instant(),
    version: col.int(),
  },
  ...fence('message_preference', { estate: 'none', personColumn: 'id' }),
});

export class MessagePreference extends MessagePreferenceSchema.class {}
MessagePreferenceSchema.setClass(MessagePreference);
