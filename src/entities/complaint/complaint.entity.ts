import { defineEntity, p } from '@mikro-orm/core';
import { COMPLAINT_CLASSES, MAJOR_GROUNDS } from '../../domain/complaint/complaint-class.js';
import { COMPLAINED_ABOUT } from '../../domain/complaint/decider.js';
import { REPLY_MODES } from '../../domain/complaint/reply-mode.js';
import { col } from '../columns.js';
import { fence } from '../fence.js';

/** The handling part of a complaint's record (投诉处理表): why it has its class, who judged it, when its steps were taken. @rule P-09 */
export const ComplaintSchema = defineEntity({
  name: 'Complaint',
  tableName: 'complaint',
  properties: {
    companyId: col.companyId().primary(),
    ticketId: col.id(),
    estateId: col.ref(),
    /** The occupancy of the ticket. @rule D-30 */
    occupancyId: col.ref().nullable(),
    classAtReceipt: p.enum(COMPLAINT_CLASSES),
    /** Where the clocks of the present class start: the receipt, or when it was raised. @rule P-19 */
    classSetAt: col.instant(),
    companyAtFault: col.flag(),
    ground: p.enum(MAJOR_GROUNDS).nullable(),
    /** Contacts of the customer about the matter, the first included. @rule D-02 */
    contacts: col.int(),
    about: p.enum(COMPLAINED_ABOUT),
    rectifiedAt: col.instant().nullable(),
    departmentReportedAt: col.instant().nullable(),
    /** The first reply of any kind. @rule R-CMP-17 @rule D-01 */
    firstReplyAt: col.instant().nullable(),
    repliedAt: col.instant().nullable(),
    replyMode: p.enum(REPLY_MODES).nullable(),
    calledBackAt: col.instant().nullable(),
    /** Null until somebody has judged. @rule D-06 */
    substantiated: col.flag().nullable(),
    judgedAt: col.instant().nullable(),
    judgedBy: col.ref().nullable(),
  },
  ...fence('complaint', {
    estate: 'required',
    residentReads: { by: 'occupancy', column: 'occupancy_id' },
    residentWrites: 'occupancy_id',
  }),
});

export class Complaint extends ComplaintSchema.class {}
ComplaintSchema.setClass(Complaint);
