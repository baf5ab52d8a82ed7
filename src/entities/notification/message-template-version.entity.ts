import { defineEntity, p } from '@mikro-orm/core';
import { MESSAGE_LANGUAGES } from '../../domain/notification/message-template.js';
import { NOTIFICATION_KINDS } from '../../domain/notification/notification-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** A company's own words for a kind of message, version by version; the highest one is in force. */
export const MessageTemplateVersionSchema = defineEntity({
  name: 'MessageTemplateVersion',
  tableName: 'message_template_version',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    kind: p.enum(NOTIFICATION_KINDS),
    language: p.enum(MESSAGE_LANGUAGES),
    /** Counts from 1 within kind and language. */
    version: col.int(),
    /** Null, like the body, goes back to the product's words. */
    title: col.text().nullable(),
    body: col.text().nullable(),
    createdAt: col.instant(),
  },
  uniques: [
    {
      name: 'message_template_version_company_key',
      properties: ['companyId', 'kind', 'language', 'version'],
    },
  ],
  ...fence('message_template_version', {
    estate: 'none',
    residentReads: { by: 'company', column: 'company_id' },
  }),
});

export class MessageTemplateVersion extends MessageTemplateVersionSchema.class {}
MessageTemplateVersionSchema.setClass(MessageTemplateVersion);
