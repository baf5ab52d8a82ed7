import { defineEntity, p } from '@mikro-orm/core';
import { SATISFACTIONS } from '../../domain/callback/callback-answer.js';
import { COMPLAINT_CLASSES } from '../../domain/complaint/complaint-class.js';
import { CURRENCIES } from '../../domain/money/money.js';
import { SCHEDULE_REASONS } from '../../domain/ticket/appointment.js';
import { CHANNELS } from '../../domain/ticket/channel.js';
import { INTAKES } from '../../domain/ticket/intake.js';
import { RESPONSIBILITIES } from '../../domain/ticket/responsibility.js';
import { TICKET_KINDS, TICKET_PHASES } from '../../domain/ticket/ticket-kind.js';
import { STAGES_OF_KIND, TICKET_STAGES } from '../../domain/ticket/ticket-stage.js';
import { URGENCIES } from '../../domain/ticket/urgency.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

const among = (stages: readonly string[]): string => `stage in (${stages.map((stage) => `'${stage}'`).join(', ')})`;
/** A stage of its kind's life, and what its kind alone has. */
const OF_ITS_KIND = [
  ...Object.entries(STAGES_OF_KIND).map(([kind, stages]) => `(kind <> '${kind}' or ${among(stages)})`),
  `(kind = 'REPAIR') = (urgency is not null)`,
  `(kind = 'COMPLAINT') = (complaint_class is not null)`,
].join(' and ');

/** A ticket of any kind; what only some kinds have is null for the others. */
export const TicketSchema = defineEntity({
  name: 'Ticket',
  tableName: 'ticket',
  properties: {
    companyId: col.companyId().primary(),
    id: col.id(),
    estateId: col.ref(),
    number: col.text(),
    /** The series that the number was drawn from (`REPAIR-2026`), and its count there. */
    numberSeries: col.text().nullable(),
    numberSerial: col.int().nullable(),
    kind: p.enum(TICKET_KINDS),
    phase: p.enum(TICKET_PHASES),
    stage: p.enum(TICKET_STAGES),
    /** Of repairs. */
    urgency: p.enum(URGENCIES).nullable(),
    /** Of complaints. */
    complaintClass: p.enum(COMPLAINT_CLASSES).nullable(),
    version: col.int(),
    unitId: col.ref().nullable(),
    customerId: col.ref().nullable(),
    /** The occupancy that it was born for: its resident sees it, the next one does not. @rule D-30 */
    occupancyId: col.ref().nullable(),
    /** The category of the company's tree; null until somebody has put it into one. */
    categoryId: col.ref().nullable(),
    channel: p.enum(CHANNELS),
    subject: col.text(),
    description: col.text().nullable(),
    contactName: col.text().nullable(),
    contactPhone: col.text().nullable(),
    /** Who is in charge of it: of a repair the technician. */
    assigneeId: col.ref().nullable(),
    /** The department that it lies with. */
    departmentId: col.ref().nullable(),
    /** The member of staff whom a complaint is about, who does not learn whose it is. @rule D-16 */
    againstStaffId: col.ref().nullable(),
    /** Who answers and pays for a repair; null until somebody has decided. @rule D-05 */
    responsibility: p.enum(RESPONSIBILITIES).nullable(),
    /** What the customer has agreed to pay, in minor units; null where nothing. @rule R-DSP-13 */
    chargeMinor: col.big().nullable(),
    chargeCurrency: p.enum(CURRENCIES).nullable(),
    /** When the developer has promised to have done its part. */
    developerDueAt: col.instant().nullable(),
    /** How often somebody came to the site. */
    visits: col.int(),
    /** How often it was opened again after an answer. */
    reopenings: col.int().default(0),
    /** When the customer was promised to hear next. @rule R-CMP-24 */
    nextReplyDueAt: col.instant().nullable(),
    /** Whether it was reported outside the estate's desk hours of that day; null where nobody knows. @rule D-08 */
    atNight: col.flag().nullable(),
    /** Who took it down; null where nobody knows. @rule D-08 */
    takenBy: p.enum(INTAKES).nullable(),
    reportedAt: col.instant(),
    forwardedAt: col.instant().nullable(),
    acceptedAt: col.instant().nullable(),
    /** Between when the technician comes, as last agreed with the customer, and why not at once. @rule R-RPR-10 */
    scheduledFrom: col.instant().nullable(),
    scheduledUntil: col.instant().nullable(),
    scheduleReason: p.enum(SCHEDULE_REASONS).nullable(),
    startedAt: col.instant().nullable(),
    /** When an emergency was last made an ordinary repair, or a complaint one of a lower class. @rule D-27 */
    downgradedAt: col.instant().nullable(),
    completedAt: col.instant().nullable(),
    /** When the signed order came back to the front desk. */
    returnedAt: col.instant().nullable(),
    /** When the customer was reached, wanted no callback or was given up. */
    calledBackAt: col.instant().nullable(),
    /** How satisfied the resident was with a repair, as last said in the app. @rule R-RPR-22 */
    rating: p.enum(SATISFACTIONS).nullable(),
    ratedAt: col.instant().nullable(),
    closedAt: col.instant().nullable(),
    /** Why it was cancelled, in the words of whoever cancelled it; for staff only. */
    cancelReason: col.text().nullable(),
    /** The ticket that it has joined: the work is done there. */
    mergedIntoId: col.ref().nullable(),
    mergedAt: col.instant().nullable(),
    /** When words and contacts were cleared, by erasure or because their time was over; numbers and instants stay. */
    redactedAt: col.instant().nullable(),
    /** Where an imported ticket came from, and its name there. */
    externalSource: col.text().nullable(),
    externalRef: col.text().nullable(),
    externalHash: col.text().nullable(),
  },
  checks: [
    { name: 'ticket_of_its_kind', expression: OF_ITS_KIND },
    { name: 'ticket_merged_since', expression: '(merged_into_id is null) = (merged_at is null)' },
  ],
  uniques: [
    { name: 'ticket_company_estate_number_key', properties: ['companyId', 'estateId', 'number'] },
    { name: 'ticket_company_external_key', properties: ['companyId', 'externalSource', 'externalRef'] },
  ],
  indexes: [
    { name: 'ticket_company_estate_reported_idx', properties: ['companyId', 'estateId', 'reportedAt', 'id'] },
    { name: 'ticket_company_reported_idx', properties: ['companyId', 'reportedAt', 'id'] },
    { name: 'ticket_company_phase_idx', properties: ['companyId', 'phase', 'reportedAt', 'id'] },
    { name: 'ticket_company_estate_phase_idx', properties: ['companyId', 'estateId', 'phase', 'reportedAt', 'id'] },
    { name: 'ticket_company_class_idx', properties: ['companyId', 'complaintClass', 'reportedAt', 'id'] },
    { name: 'ticket_company_assignee_idx', properties: ['companyId', 'assigneeId', 'reportedAt', 'id'] },
    { name: 'ticket_company_department_idx', properties: ['companyId', 'departmentId', 'reportedAt', 'id'] },
    { name: 'ticket_company_unit_idx', properties: ['companyId', 'unitId', 'reportedAt', 'id'] },
    { name: 'ticket_company_customer_idx', properties: ['companyId', 'customerId', 'reportedAt', 'id'] },
    {
      name: 'ticket_company_category_idx',
      properties: ['companyId', 'categoryId', 'estateId', 'reportedAt', 'id'],
    },
    { name: 'ticket_company_channel_idx', properties: ['companyId', 'channel', 'reportedAt', 'id'] },
    {
      name: 'ticket_company_open_idx',
      properties: ['companyId', 'reportedAt', 'id'],
      expression:
        'create index "ticket_company_open_idx" on "ticket" ("company_id", "reported_at", "id") where closed_at is null',
    },
    {
      name: 'ticket_company_open_assignee_idx',
      properties: ['companyId', 'assigneeId', 'reportedAt', 'id'],
      expression:
        'create index "ticket_company_open_assignee_idx" on "ticket" ("company_id", "assignee_id", "reported_at", "id") where closed_at is null',
    },
    {
      name: 'ticket_company_words_idx',
      expression:
        'create index "ticket_company_words_idx" on "ticket" using gin (ticket_search_keys(company_id, number, ticket_words(subject, description)))',
    },
    {
      name: 'ticket_company_closed_idx',
      properties: ['companyId', 'closedAt', 'id'],
      expression:
        'create index "ticket_company_closed_idx" on "ticket" ("company_id", "closed_at", "id") where closed_at is not null',
    },
    {
      name: 'ticket_company_reopened_idx',
      properties: ['companyId', 'reportedAt', 'id'],
      expression:
        'create index "ticket_company_reopened_idx" on "ticket" ("company_id", "reported_at", "id") where reopenings > 0',
    },
    {
      name: 'ticket_company_unassigned_idx',
      properties: ['companyId', 'phase', 'reportedAt', 'id'],
      expression:
        'create index "ticket_company_unassigned_idx" on "ticket" ("company_id", "phase", "reported_at", "id") where assignee_id is null',
    },
    {
      name: 'ticket_company_merged_idx',
      properties: ['companyId', 'mergedIntoId', 'reportedAt', 'id'],
      expression:
        'create index "ticket_company_merged_idx" on "ticket" ("company_id", "merged_into_id", "reported_at", "id") where merged_into_id is not null',
    },
    {
      name: 'ticket_company_completed_idx',
      properties: ['companyId', 'estateId', 'completedAt'],
      expression:
        'create index "ticket_company_completed_idx" on "ticket" ("company_id", "estate_id", "completed_at") where completed_at is not null',
    },
    {
      name: 'ticket_company_unredacted_idx',
      properties: ['companyId', 'estateId', 'kind', 'closedAt'],
      expression:
        'create index "ticket_company_unredacted_idx" on "ticket" ("company_id", "estate_id", "kind", "closed_at") where redacted_at is null and closed_at is not null',
    },
  ],
  ...fence('ticket', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class Ticket extends TicketSchema.class {}
TicketSchema.setClass(Ticket);
