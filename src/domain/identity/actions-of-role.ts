import type { Action } from './action.js';
import type { Role } from './role.js';

/**
 * Everybody of the staff finds the way around: places, departments, colleagues, who is on duty, what tickets may be about,
 * what is owed, rules of the house (R-ORG-23); no customers. And takes part in approvals: sees what one has prepared, and
 * decides what the own post, or one that one stands in for, decides (R-ORG-68, Q-43). Sees what is to be put right, and says
 * what of it is done (R-CMP-20).
 */
const LOOK: readonly Action[] = [
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
  'approval.take',
  'correction.read',
  'correction.perform',
];
/** Reads customers, what they said, also on visits, their tickets, and how an estate stands (D-26). */
const READ: readonly Action[] = ['customer.read', 'contact.read', 'visit.read', 'ticket.read', 'board.read'];
/**
 * Who serves customers knows them by name and telephone, on the own estates only, and what to look out for at the door;
 * writes down what they say and reads what they said before; runs where help is called for; leaves what is in hand to a
 * colleague (R-ORG-52, R-ORG-77, R-ORG-78, D-15, D-19, R-REC-19, R-EMG-10, R-EMG-12).
 */
const SERVE: readonly Action[] = [
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
/**
 * Receives customers (R-ORG-40, R-REC-11), takes, classes, forwards, agrees times for, assigns, joins, answers, calls back
 * about and calls off what they bring; names what services cost and arranges them; files the repairs of a month (R-RPR-01,
 * R-RPR-03, R-RPR-05, R-RPR-10, R-RPR-13, R-RPR-18, R-CMP-04, R-DSP-03, R-DSP-12, R-DSP-13, R-REC-17, R-ORG-05); says what
 * keeps a service from the customer, so that its clock stands still (D-05); visits households (R-VIS-02).
 */
const DESK: readonly Action[] = [
  ...SERVE,
  'contact.handle',
  'visit.record',
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
];
/**
 * Accepts repairs, carries them out, says what they would cost, has the customer agree and sign, gives the order back and
 * reports what it finds on the way; calls nothing off and nobody back (R-RPR-02, R-RPR-04, R-RPR-11, R-RPR-12, R-ORG-65).
 * Finds the closed door and the missing part, and stops the clock for it (D-05).
 */
const ENGINEERING: readonly Action[] = [
  ...SERVE,
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
const ASSIGN: readonly Action[] = ['obligation.owe', 'obligation.waive'];
/** Says what is to be put right, and works out with others how (R-CMP-20, R-SAT-04). */
const CORRECT: readonly Action[] = ['correction.raise', 'correction.plan'];
/** Answers for that: sees whether it holds, and calls it off (R-ORG-25). */
const SUPERVISE: readonly Action[] = [...CORRECT, 'correction.verify', 'correction.cancel'];
/** Looks after customers with special needs, and says who they are (R-ORG-34, D-15). */
const CARE: readonly Action[] = ['care.check', 'care.manage'];
/**
 * Leads the centre: decides about customer files, the estate's units, who works when, and complaints, answers for its
 * records, hears calls and improves what customers suggest (R-ORG-20, R-ORG-24, R-ORG-26, R-ORG-41, R-ARC-01, Q-23); draws
 * the households to visit and reads the records (R-VIS-09, R-VIS-18); sees whether what was to be put right holds (R-ORG-25).
 */
const LEAD: readonly Action[] = [
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
];
/** Looks from above: every row, no person by name (R-ORG-06, R-ORG-78). */
const OVERSEE: readonly Action[] = [...LOOK, ...READ, 'numbering.read'];
/** Handles what customers owe and pay, and knows them for it, without their tickets (R-ORG-60, R-ORG-61, R-ORG-70). */
const MONEY: readonly Action[] = [...LOOK, 'customer.read', 'customer.unmask'];
/**
 * Reports what it meets and is told, and sees what became of it, without customers; leaves what is in hand to a colleague
 * (R-ORG-57, R-RPR-04, R-REC-19, D-19).
 */
const REPORT: readonly Action[] = [
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
const ANSWER: readonly Action[] = ['audit.read', 'unmask.read', 'unmask.revoke'];

/**
 * Which actions a role holds, on the estates of its assignment; any role may be assigned to one estate, several or all.
 * The first line of a role says why. @rule D-11 @rule D-18
 */
export const ACTIONS_OF_ROLE: Readonly<Record<Role, readonly Action[]>> = {
  // Administers places, people, roles, categories, numbers and the words of messages, which a centre may only suggest
  // (R-ORG-22); does none of the
  // daily work, and sees customers masked like all of head office.
  COMPANY_ADMIN: [
    ...OVERSEE,
    ...ANSWER,
    'company.manage',
    'estate.manage',
    'group.manage',
    'unit.manage',
    'customer.manage',
    'department.manage',
    'staff.manage',
    'role.assign',
    'apiKey.manage',
    'webhook.manage',
    'notification.manage',
    'duty.manage',
    'category.manage',
    'numbering.manage',
    'security.read',
    'calendar.manage',
    'policy.change',
    'price.manage',
    'deputy.name',
  ],
  // Directs the centres (R-ORG-01) and approves the rules that they work by; reads a customer by name for a stated
  // purpose and a while (R-ORG-78).
  COMPANY_LEADER: [...OVERSEE, ...ASSIGN, ...SUPERVISE, ...ANSWER, 'unmask.grant', 'policy.approve'],
  // The only head-office window to each centre; supervises it (R-ORG-06), proposes the rules it works by and reviews what
  // it wants otherwise, takes complaints, and decides those about its manager (D-16). Calls customers back and reviews
  // complaints: by name for a stated purpose and a while (R-ORG-78). Hears calls. Says how long a customer's time may
  // stand still beyond the cap, where the estate manager asks for it (D-05).
  QUALITY_OFFICER: [
    ...OVERSEE,
    ...ASSIGN,
    ...SUPERVISE,
    ...ANSWER,
    'unmask.grant',
    'recording.hear',
    'contact.record',
    'ticket.assign',
    'ticket.close',
    'ticket.reopen',
    'ticket.note',
    'ticket.handOver',
    'complaint.lodge',
    'complaint.reply',
    'complaint.decide',
    'visit.record',
    'policy.change',
    'policy.review',
    'clock.approve',
  ],
  // Reads the books of the estates, no tickets (R-ORG-61).
  FINANCE_OFFICER: [...LOOK, 'customer.read'],
  // Is customer director of the estate (R-ORG-04): leads, stands in for Engineering, takes staff on and gives posts, sets
  // desk hours and days of the estate (D-08, Q-16), proposes its detailed rules (R-ORG-49) and names deputies. Says
  // how long a customer's time may stand still beyond the cap (D-05).
  ESTATE_MANAGER: [
    ...LEAD,
    ...ANSWER,
    'erasure.decide',
    'repair.accept',
    'repair.start',
    'repair.complete',
    'repair.countersign',
    'repair.return',
    'repair.check',
    'visit.approve',
    'correction.cancel',
    'department.manage',
    'staff.manage',
    'role.assign',
    'apiKey.manage',
    'webhook.manage',
    'calendar.manage',
    'policy.change',
    'clock.approve',
    'price.manage',
    'deputy.name',
  ],
  // Manages reception, intake and files (R-ORG-26, R-ORG-27); approves hiring, which the estate manager carries out
  // (R-ORG-29). Says, as designated by the centre, which files are void (R-ORG-67, R-ARC-14); names deputies where the
  // company has charged this post with it. Checks finished repairs every day (R-RPR-19), decides on the summary of
  // visits and spot-checks them (R-VIS-20, R-VIS-25).
  SERVICE_MANAGER: [...LEAD, 'erasure.decide', 'deputy.name', 'repair.check', 'visit.approve', 'correction.cancel'],
  // Runs the day of the centre, files and archives included (R-ORG-41, R-ORG-44).
  SERVICE_SUPERVISOR: LEAD,
  // Serves the assigned buildings and helps the front desk there (R-ORG-33, R-ORG-37); duns, so hears the calls.
  STEWARD: [...DESK, ...CARE, 'recording.hear'],
  // Reports defects; what is to be decided goes to the steward (R-ORG-36, R-ORG-39).
  ASSISTANT_STEWARD: [...SERVE, 'repair.report', 'ticket.callback', 'care.check', 'visit.record'],
  // Takes everything in and enters what customers bring (R-ORG-40, R-RPR-01).
  FRONT_DESK: [...DESK, 'customer.manage', 'erasure.request'],
  // Collects by the figures given (R-ORG-60).
  CASHIER: MONEY,
  // Keeps the cash and needs no customer for it (R-ORG-61).
  TREASURER: LOOK,
  // Keeps the accounts and gives notice of refunds (R-ORG-61).
  ACCOUNTANT: MONEY,
  // Supervises daily repairs, says how pressing they are and signs for them (R-ORG-51, R-RPR-12), and says which engineer is
  // on duty for them (R-RPR-06).
  ENGINEERING_HEAD: [
    ...ENGINEERING,
    ...ASSIGN,
    ...CORRECT,
    'repair.regrade',
    'repair.responsibility',
    'repair.countersign',
    'duty.manage',
  ],
  // Carries repairs out at the customer's door (R-RPR-02, R-RPR-07).
  TECHNICIAN: ENGINEERING,
  // Patrols and guards the gate (R-ORG-64, R-ORG-66); puts right what is complained about it (R-ORG-50).
  SECURITY: [...REPORT, 'complaint.rectify'],
  // Reports what its rounds find; puts right what is complained about it (R-ORG-50); performs housekeeping (R-DSP-13).
  CLEANING_HEAD: [...REPORT, ...CORRECT, 'complaint.rectify', 'service.perform'],
  // Is the desk at night (R-RPR-06).
  CONTROL_ROOM: DESK,
  // Keeps customers' files under the duty of confidentiality (R-ORG-03, R-ORG-73, R-ARC-04).
  DOCUMENT_CONTROLLER: [...LOOK, 'customer.read', 'customer.unmask', 'customer.manage', 'erasure.request'],
};
