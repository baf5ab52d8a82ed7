import { registerEnumType } from 'type-graphql';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../domain/notification/notification-kind.js';

/** The GraphQL enum of NotificationKind. */
export const NotificationKindEnum = Object.fromEntries(NOTIFICATION_KINDS.map((value) => [value, value])) as {
  [V in NotificationKind]: V;
};

registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What somebody is told of (domain section 44).',
  valuesConfig: {
    REPAIR_TAKEN: { description: 'To the resident: the repair report was taken down (R-RPR-03).' },
    REPAIR_ASSIGNED: { description: 'To the resident: a technician has accepted the repair (R-RPR-02).' },
    REPAIR_ON_SITE: { description: 'To the resident: the technician has arrived (R-RPR-07).' },
    REPAIR_DONE: { description: 'To the resident: the work is done (R-RPR-11).' },
    REPAIR_CANCELLED: { description: 'To the resident: the repair was called off (R-RPR-01).' },
    REPAIR_FORWARDED: {
      description: 'To Engineering: a repair was forwarded to it (R-RPR-05); an emergency also to its head (R-RPR-08).',
    },
    REPAIR_SCHEDULED: { description: 'To the resident: another time was agreed for the repair (R-RPR-10).' },
    REPAIR_CARRIED_OVER: { description: 'To the resident: the repair is not finished yet (R-RPR-16).' },
    REPAIR_HANDED_OVER: { description: 'To a technician: an order was handed over to them (R-RPR-02).' },
    REPAIR_CALLED_OFF: { description: 'To a technician: an order that they had accepted was called off (R-RPR-01).' },
    REPAIR_REPORTED: {
      description:
        'To the front desk, by night to the control room: a repair was reported that neither has taken down (R-RPR-03, R-RPR-06).',
    },
    REPAIR_RETURNED: { description: 'To the front desk: an order came back, the customer is to be called (R-RPR-13).' },
    REPAIR_REOPENED: {
      description: 'To the technician and the head of Engineering: a repair was opened again (R-RPR-20, R-CBK-03).',
    },
    COMPLAINT_TAKEN: {
      description:
        'To the superior, and to a front desk that did not take it: a complaint was lodged (R-CMP-02, R-CMP-27).',
    },
    COMPLAINT_MAJOR: {
      description: 'To the estate manager, and to head office where set so: a complaint is major (R-CMP-13, R-ESC-02).',
    },
    COMPLAINT_RAISED: { description: 'To the department: its complaint became important (R-CMP-09).' },
    COMPLAINT_RECTIFIED: {
      description:
        'To the front desk: the department has put a complaint right, the customer is to be told (R-CMP-07).',
    },
    COMPLAINT_REOPENED: {
      description: 'To department, person in charge and superior: a complaint was opened again (R-CMP-24, R-CBK-03).',
    },
    CALLBACK_OWED: {
      description:
        'To the post that owes it: a complaint was answered, its customer is to be called or visited (R-CBK-04).',
    },
    TICKET_ASSIGNED: {
      description: 'To the person or the department: a ticket was put into their hands (R-DSP-09, R-CMP-05, R-CMP-09).',
    },
    TICKET_MERGED: { description: 'To who had it: a ticket joined another, nothing is to be done on it (R-DSP-03).' },
    TICKET_UNMERGED: {
      description:
        'To the front desk: the ticket that it had joined ended without the work; it stands by itself (R-DSP-03).',
    },
    TICKET_TRANSFERRED: {
      description: 'To the department that has it now, and to who had it: a ticket changed departments (D-19).',
    },
    CONTACT_FROM_MEDIA: { description: 'To head office where set so: the media were in contact (R-ESC-02).' },
    APPROVAL_WAITING: { description: 'To whoever may decide it next: an approval waits (R-ORG-68, Q-43).' },
    APPROVAL_DECIDED: { description: 'To whoever prepared it: an approval was granted or sent back (Q-18).' },
    REQUEST_TAKEN: {
      description:
        'To the resident: an enquiry, suggestion, service request or complaint was taken down (R-DSP-04, R-CMP-04).',
    },
    REQUEST_ANSWERED: {
      description:
        'To the resident: an enquiry, suggestion or complaint was answered, or a reply between was given (R-REC-11, R-DSP-17, R-CMP-15).',
    },
    REQUEST_DECLINED: { description: 'To the resident: it is outside the service, and why (R-DSP-12).' },
    REQUEST_CANCELLED: { description: 'To the resident: it was called off.' },
    SERVICE_QUOTED: { description: 'To the resident: the price of a service was named, to be agreed to (R-DSP-13).' },
    SERVICE_PERFORMED: { description: 'To the resident: the service was performed (R-DSP-04).' },
    HELP_TAKEN: { description: 'To the resident: the call for help was taken down (R-EMG-11).' },
    HELP_CALLED: { description: 'To who is on duty: somebody calls for help (R-EMG-02).' },
    CONTACT_ESCALATED: {
      description:
        'To the superior, or whoever leads the department: a contact that the front desk cannot settle (R-REC-12, R-DSP-11).',
    },
    REPAIR_NOT_ACCEPTED: {
      description:
        'To service manager and head of Engineering: nobody has accepted a repair within its limit (R-RPR-05).',
    },
    REPAIR_NOT_STARTED: {
      description:
        'To service manager and head of Engineering: nobody is on site within the limit, or at the agreed time (R-RPR-07, R-RPR-08, R-RPR-10).',
    },
    CALLBACK_OVERDUE: {
      description:
        'To the service manager: the customer of a repair or complaint was not called back within the limit (R-RPR-13, R-CBK-04).',
    },
    COMPLAINT_LATE: {
      description:
        "To the service manager, of grave ones also the estate manager: a limit of a complaint's class has passed (R-CMP-06, R-CMP-07, R-CMP-10, R-CMP-13).",
    },
    COMPLAINT_NOT_FED_BACK: {
      description:
        'To service manager and estate manager: a complaint was neither dealt with nor fed back about within twelve hours (R-CMP-17).',
    },
    PROMISED_REPLY_DUE: {
      description: 'To the front desk: the time has come for which a customer was promised a reply (R-CMP-24).',
    },
    COMPLAINT_TURNED_MAJOR: {
      description:
        'To the estate manager: a complaint was not solved within a month and is major now (R-CMP-14, R-CMP-37).',
    },
    REPAIR_QUOTED: { description: 'To the resident: a quotation waits for an answer (R-DSP-13).' },
    REPAIR_QUOTATION_ANSWERED: {
      description: 'To the technician and the desk: the customer has answered a quotation (R-DSP-13).',
    },
    REPAIR_DAY: {
      description: "To the heads of customer service and Engineering: the day's repair figures (R-RPR-16, R-RPR-17).",
    },
    REPAIR_DAY_SILENT: {
      description: 'To the same: a day on which no repair was reported or completed (R-RPR-16, D-25).',
    },
    REPAIR_WITH_DEVELOPER: {
      description: 'To the resident: the repair lies with the developer, who has promised a time (D-05).',
    },
    VISIT_RECORD_MISSED: {
      description: 'To the supervisor: the record of a visit was not handed in by the end of the next day (R-VIS-17).',
    },
    VISIT_SUMMARY_SUBMITTED: {
      description: 'To whoever decides on it: a summary of visits was handed in (R-VIS-20, R-VIS-29).',
    },
    VISITS_SHORT: {
      description:
        'To the supervisor and the customer service manager, once in the last week of a month: it falls short of its quota (R-VIS-05).',
    },
    CORRECTIVE_ACTION_OWED: { description: 'To its owner: a corrective action is to be carried out (R-CMP-20).' },
    CORRECTIVE_ACTION_OVERDUE: {
      description:
        'To its owner and the customer service manager: a corrective action was not done in time (R-ORG-25).',
    },
    METRIC_ALERT: {
      description:
        'To the quality department and both heads of the estate: a figure of the estate broke a rule (R-ESC-05).',
    },
    LETTER_SENT: {
      description:
        'To the quality department: an estate has sent a work liaison letter, or wants another answer (R-ESC-02).',
    },
    LETTER_PASSED: { description: 'To the head of the department to which a letter was passed (R-ESC-04).' },
    LETTER_ANSWERED: {
      description:
        'To customer service manager, supervisor and author: a letter was answered; the owner is to be told (R-ORG-17).',
    },
    LETTER_OVERDUE: {
      description:
        'To the quality department and the customer service manager: a letter was not answered in time (R-ESC-03).',
    },
    INSPECTION_ANNOUNCED: { description: 'To both heads of the estate: somebody will go and look on site (R-ESC-05).' },
    INSPECTION_PUBLISHED: {
      description: 'To the same: the results of an inspection are open to the estate (R-ESC-05).',
    },
    REPORT_SUBMITTED: { description: 'To the post that decides on it: a report was handed in (R-RPT-21).' },
    REPORT_RETURNED: { description: 'To who handed it in: a report came back with a reason (R-RPT-21).' },
    REPORT_APPROVED: {
      description:
        'To who handed it in, and of what the company reads to quality department and leaders: a report was approved (R-RPR-20, R-ESC-06).',
    },
    REPORT_OVERDUE: {
      description:
        'To the post that owes it and the customer service manager: a report was not handed in by its deadline (R-RPT-21).',
    },
    WEBHOOK_DISABLED: {
      description: 'To administrators: a webhook endpoint was disabled after failing for days; its events wait.',
    },
  },
});
