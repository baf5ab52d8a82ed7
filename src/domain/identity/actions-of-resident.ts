import type { Action } from './action.js';

/** What a resident does within the own occupancies. @rule D-30 */
export const RESIDENT_ACTIONS: readonly Action[] = [
  'company.read',
  'estate.read',
  'unit.read',
  'calendar.read',
  'price.read',
  'customer.read',
  'customer.unmask',
  'visit.read',
  'survey.read',
  'survey.answer',
  'ticket.read',
  'repair.report',
  'repair.consent',
  'repair.sign',
  'repair.rate',
  'ticket.cancel',
  'category.read',
  'ticket.reopen',
  'ticket.note',
  'complaint.lodge',
  'request.take',
  'service.consent',
  'help.call',
  'attachment.add',
];
