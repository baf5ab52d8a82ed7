import { defineEntity, p } from '@mikro-orm/core';
import { CONTACT_STAGES } from '../../domain/contact/contact-stage.js';
import { CHANNELS } from '../../domain/ticket/channel.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';
import { reversedDigitsOf } from '../reversed-digits.js';

/** An entry of the contact log (来电来访记录): one call, visit, letter or remark of a customer. Staff only. @rule R-REC-01 */
export const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    number: col.text(),
    /** The series that the number was drawn from (`CONTACT-2026`), and its count there. */
    numberSeries: col.text().nullable(),
    numberSerial: col.int().nullable(),
    channel: p.enum(CHANNELS),
    stage: p.enum(CONTACT_STAGES),
    version: col.int(),
    receivedAt: col.instant(),
    receivedById: col.ref(),
    callerName: col.text().nullable(),
    callerPhone: col.text().nullable(),
    /** The digits of the telephone from the end, kept by the database: what is searched by. */
    callerPhoneReversed: col.text().nullable().generated(reversedDigitsOf('caller_phone')),
    unitId: col.ref().nullable(),
    /** The unit's code, or what was said where the unit is unknown. */
    room: col.text().nullable(),
    customerId: col.ref().nullable(),
    intent: col.text(),
    content: col.text().nullable(),
    /** What came of it, or what it was about; many entries may point to one ticket. */
    ticketId: col.ref().nullable(),
    /** Who was told when it was escalated: a department, and the person who then answers for it. */
    departmentId: col.ref().nullable(),
    escalatedToId: col.ref().nullable(),
    escalatedAt: col.instant().nullable(),
    /** What the customer was told, at once or in the end. */
    feedback: col.text().nullable(),
    /** When it was answered or closed. */
    settledAt: col.instant().nullable(),
    /** When words and contacts were cleared. */
    redactedAt: col.instant().nullable(),
  },
  uniques: [{ name: 'contact_company_estate_number_key', properties: ['companyId', 'estateId', 'number'] }],
  indexes: [
    { name: 'contact_company_estate_received_idx', properties: ['companyId', 'estateId', 'receivedAt', 'id'] },
    { name: 'contact_company_received_idx', properties: ['companyId', 'receivedAt', 'id'] },
    { name: 'contact_company_stage_idx', properties: ['companyId', 'stage', 'receivedAt', 'id'] },
    { name: 'contact_company_receiver_idx', properties: ['companyId', 'receivedById', 'receivedAt', 'id'] },
    { name: 'contact_company_phone_idx', properties: ['companyId', 'callerPhoneReversed'] },
    { name: 'contact_company_name_idx', properties: ['companyId', 'callerName'] },
    { name: 'contact_company_room_idx', properties: ['companyId', 'room', 'receivedAt', 'id'] },
    { name: 'contact_company_unit_idx', properties: ['companyId', 'unitId', 'receivedAt', 'id'] },
    { name: 'contact_company_customer_idx', properties: ['companyId', 'customerId', 'receivedAt', 'id'] },
    { name: 'contact_company_ticket_idx', properties: ['companyId', 'ticketId', 'receivedAt', 'id'] },
    {
      name: 'contact_company_unredacted_idx',
      properties: ['companyId', 'estateId', 'receivedAt'],
      expression:
        'create index "contact_company_unredacted_idx" on "contact" ("company_id", "estate_id", "received_at") where redacted_at is null and ticket_id is null',
    },
  ],
  ...fence('contact', { estate: 'required' }),
});

export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);
