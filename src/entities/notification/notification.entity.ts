import { defineEntity, p } from '@mikro-orm/core';
import { NOTIFICATION_KINDS, NOTIFICATION_SUBJECTS } from '../../domain/notification/notification-kind.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/**
 * What one person is told: written by whoever's transaction causes it, read by that person alone. It holds what it is
 * about, never names or words: those are put in when it is read.
 */
export const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    /** The member of staff or the customer. */
    recipientId: col.ref(),
    recipientKind: p.enum(['STAFF', 'RESIDENT'] as const),
    kind: p.enum(NOTIFICATION_KINDS),
    subjectKind: p.enum(NOTIFICATION_SUBJECTS),
    subjectId: col.ref(),
    estateId: col.ref().nullable(),
    /** The occupancy in whose matter a resident is told. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** Shared by all who are told of one thing at once; the subject of the event that tells them. */
    tellingId: col.ref(),
    /** When it happened. */
    occurredAt: col.instant(),
    createdAt: col.instant(),
    readAt: col.instant().nullable(),
  },
  uniques: [{ name: 'notification_company_telling_key', properties: ['companyId', 'tellingId', 'recipientId'] }],
  indexes: [
    { name: 'notification_company_recipient_idx', properties: ['companyId', 'recipientId', 'id'] },
    { name: 'notification_company_unread_idx', properties: ['companyId', 'recipientId', 'readAt', 'id'] },
  ],
  ...fence('notification', { estate: 'nullable', personColumn: 'recipient_id', othersAdd: true }),
});

export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
