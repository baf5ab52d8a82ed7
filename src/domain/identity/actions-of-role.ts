import type { Action } from './action.js';
import {
  ANSWER,
  ASSIGN,
  BOOKS,
  CARE,
  CORRECT,
  DEBTORS,
  DESK,
  ESCALATE,
  ENGINEERING,
  LEAD,
  LOOK,
  METERS,
  MONEY,
  OVERSEE,
  REPORT,
  RESPOND,
  SERVE,
  SUPERVISE,
  WATCH,
  WRITE_REPORTS,
} from './action-groups.js';
import type { Role } from './role.js';

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
    ...RESPOND,
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
  // purpose and a while (R-ORG-78). Reads single forms of surveys, which estates do not (D-29).
  COMPANY_LEADER: [
    ...OVERSEE,
    ...BOOKS,
    ...ASSIGN,
    ...SUPERVISE,
    ...ANSWER,
    ...RESPOND,
    'inspection.read',
    'alert.read',
    'unmask.grant',
    'policy.approve',
    'survey.confidence',
    'fee.writeOff',
    'fee.target',
    'dunning.approve',
  ],
  // The only head-office window to each centre; supervises it (R-ORG-06), proposes the rules it works by and reviews what
  // it wants otherwise, takes complaints, and decides those about its manager (D-16). Calls customers back and reviews
  // complaints: by name for a stated purpose and a while (R-ORG-78). Hears calls. Says how long a customer's time may
  // stand still beyond the cap, where the estate manager asks for it (D-05). Runs surveys over the company with the centres, and
  // reads single forms (R-SAT-02, D-29). Says which figure calls for somebody (R-ESC-05).
  QUALITY_OFFICER: [
    ...OVERSEE,
    ...ASSIGN,
    ...SUPERVISE,
    ...ANSWER,
    ...WATCH,
    ...RESPOND,
    'letter.pass',
    'inspection.read',
    'inspection.conduct',
    'alert.manage',
    'unmask.grant',
    ...DEBTORS,
    'deposit.read',
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
    'survey.plan',
    'survey.confidence',
    'policy.change',
    'policy.review',
    'clock.approve',
  ],
  // Reads the books of the estates, no tickets (R-ORG-61); approves what changes them (R-ORG-68), sets targets (R-FEE-05); authorises refunds of deposits
  // where the company says so (P-15).
  FINANCE_OFFICER: [
    ...LOOK,
    ...BOOKS,
    ...RESPOND,
    'customer.read',
    'fee.approve',
    'fee.writeOff',
    'fee.refund',
    'fee.target',
    'dunning.review',
    'deposit.authorise',
  ],
  // Is customer director of the estate (R-ORG-04): leads, stands in for Engineering, takes staff on and gives posts, sets
  // desk hours and days of the estate (D-08, Q-16), proposes its detailed rules (R-ORG-49) and names deputies. Says
  // how long a customer's time may stand still beyond the cap (D-05). Charges what is no matter of a bill run (R-FEE-06).
  ESTATE_MANAGER: [
    ...LEAD,
    ...ANSWER,
    ...BOOKS,
    ...ESCALATE,
    ...WATCH,
    'report.read',
    'report.approve',
    'report.endorse',
    'inspection.read',
    'fee.charge',
    'fee.bill',
    'fee.propose',
    'fee.approve',
    'dunning.lead',
    'dunning.publish',
    'tariff.manage',
    'deposit.settle',
    'deposit.authorise',
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
  // visits and spot-checks them (R-VIS-20, R-VIS-25). Charges what the centre does for customers (R-FEE-06).
  SERVICE_MANAGER: [
    ...LEAD,
    ...BOOKS,
    ...ESCALATE,
    ...WATCH,
    ...WRITE_REPORTS,
    'report.approve',
    'inspection.read',
    'fee.charge',
    'fee.propose',
    'dunning.lead',
    'deposit.settle',
    'erasure.decide',
    'deputy.name',
    'repair.check',
    'visit.approve',
    'correction.cancel',
  ],
  // Runs the day of the centre, files and archives included (R-ORG-41, R-ORG-44); sees who owes, not how much (R-ORG-70).
  SERVICE_SUPERVISOR: [
    ...LEAD,
    ...WRITE_REPORTS,
    ...DEBTORS,
    'deposit.read',
    'deposit.settle',
    'letter.read',
    'letter.draft',
  ],
  // Serves the assigned buildings and helps the front desk there (R-ORG-33, R-ORG-37); duns, so hears the calls and
  // knows what is owed (R-FEE-05, R-FEE-10); brings payment notices (R-NTC-12).
  STEWARD: [...DESK, ...CARE, ...BOOKS, 'meter.record', 'fee.propose', 'fee.deliver', 'dunning.act', 'recording.hear'],
  // Reports defects; what is to be decided goes to the steward (R-ORG-36, R-ORG-39). Sees who owes, not how much (R-ORG-70).
  ASSISTANT_STEWARD: [
    ...SERVE,
    ...DEBTORS,
    ...METERS,
    'fee.deliver',
    'dunning.act',
    'deposit.read',
    'repair.report',
    'ticket.callback',
    'care.check',
    'visit.record',
  ],
  // Takes everything in and enters what customers bring (R-ORG-40, R-RPR-01); sees who owes, not how much (R-ORG-70). Seals payment notices, and hands them over (R-NTC-01).
  FRONT_DESK: [
    ...DESK,
    ...WRITE_REPORTS,
    ...DEBTORS,
    'fee.seal',
    'fee.deliver',
    'deposit.read',
    'deposit.refund',
    'customer.manage',
    'erasure.request',
  ],
  // Collects by the figures given and issues vouchers (R-ORG-60, R-ORG-62, R-FEE-07).
  CASHIER: [
    ...MONEY,
    'fee.collect',
    'fee.propose',
    'fee.deliver',
    'dunning.act',
    'receipt.issue',
    'deposit.collect',
    'deposit.refund',
  ],
  // Keeps the cash, takes it from the cashier, and needs no customer for it (R-ORG-61).
  TREASURER: [...LOOK, ...BOOKS, 'handover.confirm', 'deposit.refund'],
  // Keeps the accounts and the register of vouchers, compares what was handed over, charges, takes back what was wrong, and
  // gives notice of refunds (R-ORG-61, R-ORG-62, D-18).
  ACCOUNTANT: [
    ...MONEY,
    'fee.charge',
    'fee.bank',
    'fee.bill',
    'meter.record',
    'fee.reverse',
    'fee.propose',
    'fee.refund',
    'tariff.manage',
    'receipt.manage',
    'handover.reconcile',
    'deposit.authorise',
  ],
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
  // Patrols and guards the gate (R-ORG-64, R-ORG-66), reads meters on the way (R-PAT-11); puts right what is complained about it (R-ORG-50).
  SECURITY: [...REPORT, ...METERS, 'complaint.rectify'],
  // Reports what its rounds find; puts right what is complained about it (R-ORG-50); performs housekeeping (R-DSP-13).
  CLEANING_HEAD: [...REPORT, ...CORRECT, 'complaint.rectify', 'service.perform'],
  // Is the desk at night (R-RPR-06).
  CONTROL_ROOM: DESK,
  // Keeps customers' files under the duty of confidentiality (R-ORG-03, R-ORG-73, R-ARC-04).
  DOCUMENT_CONTROLLER: [...LOOK, 'customer.read', 'customer.unmask', 'customer.manage', 'erasure.request'],
};
