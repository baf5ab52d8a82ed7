/** What people are told of (domain section 44). A kind says of what its subject is and whom it is for. */
export const NOTIFICATION_KINDS = [
  'REPAIR_TAKEN',
  'REPAIR_ASSIGNED',
  'REPAIR_ON_SITE',
  'REPAIR_DONE',
  'REPAIR_CANCELLED',
  'REPAIR_FORWARDED',
  'WEBHOOK_DISABLED',
  'REPAIR_NOT_ACCEPTED',
  'REPAIR_NOT_STARTED',
  'CALLBACK_OVERDUE',
  'COMPLAINT_LATE',
  'COMPLAINT_NOT_FED_BACK',
  'PROMISED_REPLY_DUE',
  'COMPLAINT_TURNED_MAJOR',
  'CONTACT_ESCALATED',
  'REQUEST_TAKEN',
  'REQUEST_ANSWERED',
  'REQUEST_DECLINED',
  'REQUEST_CANCELLED',
  'SERVICE_QUOTED',
  'SERVICE_PERFORMED',
  'HELP_TAKEN',
  'HELP_CALLED',
  'REPAIR_SCHEDULED',
  'REPAIR_CARRIED_OVER',
  'REPAIR_HANDED_OVER',
  'REPAIR_CALLED_OFF',
  'REPAIR_QUOTED',
  'REPAIR_QUOTATION_ANSWERED',
  'REPAIR_DAY',
  'REPAIR_DAY_SILENT',
  'REPAIR_WITH_DEVELOPER',
  'REPAIR_REPORTED',
  'REPAIR_RETURNED',
  'REPAIR_REOPENED',
  'COMPLAINT_TAKEN',
  'COMPLAINT_MAJOR',
  'COMPLAINT_RAISED',
  'COMPLAINT_RECTIFIED',
  'COMPLAINT_REOPENED',
  'CALLBACK_OWED',
  'TICKET_ASSIGNED',
  'CONTACT_FROM_MEDIA',
  'APPROVAL_WAITING',
  'APPROVAL_DECIDED',
  'TICKET_MERGED',
  'TICKET_UNMERGED',
  'TICKET_TRANSFERRED',
  'VISIT_RECORD_MISSED',
  'VISIT_SUMMARY_SUBMITTED',
  'VISITS_SHORT',
  'CORRECTIVE_ACTION_OWED',
  'CORRECTIVE_ACTION_OVERDUE',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What a notification is about. */
export const NOTIFICATION_SUBJECTS = [
  'ticket',
  'webhookEndpoint',
  'contact',
  'repairDay',
  'approval',
  'ownerVisit',
  'visitSummary',
  'visitMonth',
  'correctiveAction',
] as const;
export type NotificationSubject = (typeof NOTIFICATION_SUBJECTS)[number];

/** Kinds that are a receipt: whoever caused it is told as well. */
const RECEIPTS: readonly NotificationKind[] = ['REPAIR_TAKEN', 'REQUEST_TAKEN', 'HELP_TAKEN'];

/** Whether somebody is told of what was done by themselves. */
export const isReceipt = (kind: NotificationKind): boolean => RECEIPTS.includes(kind);
