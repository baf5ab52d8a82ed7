import type { Action } from './action.js';

/**
 * Everybody of the staff finds the way around: places, departments, colleagues, who is on duty, what tickets may be about,
 * what is owed, rules of the house (R-ORG-23); no customers. And takes part in approvals: sees what one has prepared, and
 * decides what the own post, or one that one stands in for, decides (R-ORG-68, Q-43). Sees what is to be put right, and says
 * what of it is done (R-CMP-20).
 */
export const LOOK: readonly Action[] = [
  'company.read',
  'estate.read',
  'group.read',
  'unit.read',
  'department.read',
  'staff.read',
  'duty.read',
  'category.read',
  'obligation.read',
  'obligation.fulfil',
  'calendar.read',
  'policy.read',
  'price.read',
  'tariff.read',
  'approval.take',
  'correction.read',
  'correction.perform',
];
/** Reads customers, what they said, also on visits, how surveys stand, their tickets, and how an estate stands, in figures too (D-26). */
const READ: readonly Action[] = [
  'customer.read',
  'contact.read',
  'visit.read',
  'survey.read',
  'ticket.read',
  'board.read',
  'metric.read',
];
/**
 * Who serves customers knows them by name and telephone, on the own estates only, and what to look out for at the door;
 * writes down what they say and reads what they said before; runs where help is called for; leaves what is in hand to a
 * colleague (R-ORG-52, R-ORG-77, R-ORG-78, D-15, D-19, R-REC-19, R-EMG-10, R-EMG-12).
 */
export const SERVE: readonly Action[] = [
  ...LOOK,
  ...READ,
  'customer.unmask',
  'contact.record',
  'ticket.note',
  'ticket.handOver',
  'complaint.lodge',
  'request.take',
  'help.call',
  'help.attend',
  'attachment.add',
  'care.read',
];
/** Goes from meter to meter, and sees what they showed before (R-FEE-14, R-PAT-11). */
export const METERS: readonly Action[] = ['meter.read', 'meter.record'];
/**
 * Receives customers (R-ORG-40, R-REC-11), takes, classes, forwards, agrees times for, assigns, joins, answers, calls back
 * about and calls off what they bring; names what services cost and arranges them; files the repairs of a month (R-RPR-01,
 * R-RPR-03, R-RPR-05, R-RPR-10, R-RPR-13, R-RPR-18, R-CMP-04, R-DSP-03, R-DSP-12, R-DSP-13, R-REC-17, R-ORG-05); says what
 * keeps a service from the customer, so that its clock stands still (D-05); visits households (R-VIS-02), hands forms of
 * surveys out and takes them in (R-SAT-02).
 */
export const DESK: readonly Action[] = [
  ...SERVE,
  'contact.handle',
  'visit.record',
  'survey.enter',
  'repair.report',
  'repair.forward',
  'repair.schedule',
  'repair.regrade',
  'repair.quote',
  'repair.consent',
  'repair.developer',
  'repair.sign',
  'repair.file',
  'ticket.callback',
  'ticket.cancel',
  'ticket.recategorize',
  'ticket.assign',
  'ticket.merge',
  'ticket.decline',
  'ticket.reopen',
  'complaint.reply',
  'ticket.answer',
  'service.quote',
  'service.consent',
  'service.perform',
  'clock.pause',
  'meter.read',
];
/**
 * Accepts repairs, carries them out, says what they would cost, has the customer agree and sign, gives the order back and
 * reports what it finds on the way; calls nothing off and nobody back (R-RPR-02, R-RPR-04, R-RPR-11, R-RPR-12, R-ORG-65).
 * Finds the closed door and the missing part, and stops the clock for it (D-05).
 */
export const ENGINEERING: readonly Action[] = [
  ...SERVE,
  ...METERS,
  'repair.report',
  'repair.accept',
  'repair.start',
  'repair.complete',
  'repair.quote',
  'repair.consent',
  'repair.sign',
  'repair.return',
  'complaint.rectify',
  'service.perform',
  'clock.pause',
];
/** Says what others have to do, and lets them off it; never oneself (R-ORG-24, R-ORG-68). */
export const ASSIGN: readonly Action[] = ['obligation.owe', 'obligation.waive'];
/** Says what is to be put right, and works out with others how (R-CMP-20, R-SAT-04). */
export const CORRECT: readonly Action[] = ['correction.raise', 'correction.plan'];
/** Answers for that: sees whether it holds, and calls it off (R-ORG-25). */
export const SUPERVISE: readonly Action[] = [...CORRECT, 'correction.verify', 'correction.cancel'];
/** Is told when a figure of the estate breaks a rule of the quality department, and answers for it (R-ESC-05). */
export const WATCH: readonly Action[] = ['alert.read', 'alert.handle'];
/** Asks head office for what the centre cannot solve, and tells the owner of the answer (R-ESC-01, R-ORG-17). */
export const ESCALATE: readonly Action[] = ['letter.read', 'letter.draft', 'letter.send', 'letter.pass'];
/** Answers for the company what an estate asks; which letters, their way says (R-ESC-03, R-ESC-04). */
export const RESPOND: readonly Action[] = ['letter.read', 'letter.answer'];
/** Looks after customers with special needs, and says who they are (R-ORG-34, D-15). */
export const CARE: readonly Action[] = ['care.check', 'care.manage'];
/**
 * Leads the centre: decides about customer files, the estate's units, who works when, and complaints, answers for its
 * records, hears calls and improves what customers suggest (R-ORG-20, R-ORG-24, R-ORG-26, R-ORG-41, R-ARC-01, Q-23); draws
 * the households to visit and reads the records (R-VIS-09, R-VIS-18); plans, issues, analyses and publishes surveys
 * (R-SAT-01); sees whether what was to be put right holds (R-ORG-25). Seals payment notices, and brings them (R-NTC-01, R-NTC-12).
 */
export const LEAD: readonly Action[] = [
  ...DESK,
  ...ASSIGN,
  ...CORRECT,
  ...CARE,
  'customer.manage',
  'unit.manage',
  'duty.manage',
  'numbering.read',
  'erasure.request',
  'recording.hear',
  'repair.responsibility',
  'ticket.close',
  'complaint.rectify',
  'complaint.decide',
  'suggestion.improve',
  'visit.plan',
  'visit.review',
  'correction.verify',
  'survey.plan',
  'meter.record',
  'dunning.act',
  'fee.seal',
  'fee.deliver',
];
/** Looks from above: every row, no person by name (R-ORG-06, R-ORG-78). */
export const OVERSEE: readonly Action[] = [...LOOK, ...READ, 'numbering.read', 'report.read'];
/** Reports on the estate, and reads what it has reported (R-RPT-21). */
export const WRITE_REPORTS: readonly Action[] = ['report.read', 'report.write'];
/** Sees who owes and pays, and asks about it over estates; not how much (R-ORG-70). */
export const DEBTORS: readonly Action[] = ['fee.read', 'fee.report', 'dunning.read'];
/** Sees what customers owe and pay, and how much: payment data is confidential, so few do (R-ORG-70). */
export const BOOKS: readonly Action[] = [...DEBTORS, 'fee.amount', 'receipt.read', 'handover.read', 'deposit.read'];
/** Handles what customers owe and pay, what their meters showed, and knows them for it, without their tickets (R-ORG-60, R-ORG-61, R-ORG-70). */
export const MONEY: readonly Action[] = [...LOOK, ...BOOKS, 'meter.read', 'customer.read', 'customer.unmask'];
/**
 * Reports what it meets and is told, and sees what became of it, without customers; leaves what is in hand to a colleague
 * (R-ORG-57, R-RPR-04, R-REC-19, D-19).
 */
export const REPORT: readonly Action[] = [
  ...LOOK,
  'contact.record',
  'ticket.read',
  'board.read',
  'ticket.note',
  'ticket.handOver',
  'repair.report',
  'complaint.lodge',
  'request.take',
  'help.call',
  'help.attend',
  'attachment.add',
];

/**
 * Answers for what is done with customers' data (R-ORG-77): sees who did what, who of head office reads by name, and can
 * end that.
 */
export const ANSWER: readonly Action[] = ['audit.read', 'unmask.read', 'unmask.revoke'];
