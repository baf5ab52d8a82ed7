import { describe, expect, test } from '@jest/globals';
import { MATRIX, rowsFor, TOLD_TYPES } from '../../../src/domain/notification/matrix.js';
import type { Happening, Recipient, ToldTicket } from '../../../src/domain/notification/matrix-row.js';

const REPAIR: ToldTicket = { kind: 'REPAIR', concernsCustomer: true, about: null };
const COMPLAINT: ToldTicket = { ...REPAIR, kind: 'COMPLAINT', about: 'OTHER' };

const happens = (type: string, facts: Happening['facts'] = {}, ticket: ToldTicket | null = REPAIR): Happening => ({
  type,
  facts,
  ticket,
});
const complains = (type: string, facts: Happening['facts'] = {}, over: Partial<ToldTicket> = {}): Happening =>
  happens(type, facts, { ...COMPLAINT, ...over });
const nameOf = (recipient: Recipient): string =>
  typeof recipient === 'string' ? recipient : Object.values(recipient).join(' ');
/** `KIND → whom, whom`, a line a row. */
const tells = (happening: Happening): string[] =>
  rowsFor(happening).map(
    ({ kind, whom, asSet }) => `${kind} → ${whom.map(nameOf).join(', ')}${asSet ? ` (${asSet})` : ''}`,
  );

describe('who of the staff is told of repairs', () => {
  test('R-RPR-06 · D-08 · a report by night goes to the control room, unless it took it down itself', () => {
    const night = { atNight: true, takenBy: 'RESIDENT' };
    expect(tells(happens('ticket.REPAIR_REPORTED', night))).toEqual(['REPAIR_REPORTED → CONTROL_ROOM']);
    expect(tells(happens('ticket.REPAIR_REPORTED', { ...night, takenBy: 'CONTROL_ROOM' }))).toEqual([]);
  });

  test('R-RPR-03 · R-RPR-04 · by day the desk hears what residents and staff report, and not what it took down', () => {
    for (const takenBy of ['RESIDENT', 'STAFF', 'INTEGRATION'])
      expect(tells(happens('ticket.REPAIR_REPORTED', { atNight: false, takenBy }))).toEqual([
        'REPAIR_REPORTED → FRONT_DESK',
      ]);
    for (const takenBy of ['DESK', 'CONTROL_ROOM'])
      expect(tells(happens('ticket.REPAIR_REPORTED', { atNight: false, takenBy }))).toEqual([]);
  });

  test.each(['ticket.REPAIR_FORWARDED', 'ticket.REPAIR_REFUSED'])(
    'R-RPR-05 · R-RPR-08 · %s tells Engineering on duty, an emergency its head too',
    (type) => {
      expect(tells(happens(type))).toEqual(['REPAIR_FORWARDED → TECHNICIAN']);
      expect(tells(happens(type, { urgency: 'EMERGENCY' }))).toEqual([
        'REPAIR_FORWARDED → TECHNICIAN, ENGINEERING_HEAD',
      ]);
    },
  );

  test.each([
    ['EMERGENCY', 'ACCEPTED', ['REPAIR_FORWARDED → TECHNICIAN, ENGINEERING_HEAD']],
    ['EMERGENCY', 'REPORTED', []],
    ['ORDINARY', 'ACCEPTED', []],
  ])('R-RPR-08 · regraded to %s while %s: %j', (urgency, stage, told) =>
    expect(tells(happens('ticket.REPAIR_REGRADED', { urgency, stage }))).toEqual(told),
  );

  test("R-RPR-16 · R-RPR-17 · D-25 · both heads hear every day's figures, and that a day had none", () => {
    const day = (reported: number, completed: number) =>
      tells(happens('repair.DAY_COUNTED', { reported, completed }, null));
    for (const [reported, completed] of [
      [1, 0],
      [0, 1],
    ] as const)
      expect(day(reported, completed)).toEqual(['REPAIR_DAY → SERVICE_MANAGER, ENGINEERING_HEAD']);
    expect(day(0, 0)).toEqual(['REPAIR_DAY_SILENT → SERVICE_MANAGER, ENGINEERING_HEAD']);
  });

  test('R-RPR-02 · R-RPR-01 · who takes an order over is told, and who had one that was called off', () => {
    expect(tells(happens('ticket.REPAIR_HANDED_OVER'))).toEqual(['REPAIR_HANDED_OVER → technicianId']);
    expect(tells(happens('ticket.REPAIR_CANCELLED'))).toEqual(['REPAIR_CALLED_OFF → ASSIGNEE']);
  });

  test('R-RPR-13 · a customer’s order that is back goes to the desk; one of common parts to nobody', () => {
    for (const type of ['ticket.REPAIR_RETURNED', 'ticket.FOLLOWED']) {
      expect(tells(happens(type, { stage: 'RETURNED' }))).toEqual(['REPAIR_RETURNED → FRONT_DESK']);
      expect(tells(happens(type, { stage: 'RETURNED' }, { ...REPAIR, concernsCustomer: false }))).toEqual([]);
    }
    expect(tells(happens('ticket.FOLLOWED', { stage: 'ON_SITE' }))).toEqual([]);
  });

  test('R-RPR-20 · R-CBK-03 · rework is told to who did the work and to the head of Engineering', () =>
    expect(tells(happens('ticket.REPAIR_REOPENED'))).toEqual(['REPAIR_REOPENED → ASSIGNEE, ENGINEERING_HEAD']));

  test.each(['ticket.REPAIR_QUOTATION_ACCEPTED', 'ticket.REPAIR_QUOTATION_DECLINED'])(
    'R-DSP-13 · %s goes to the technician and to the desk',
    (type) => expect(tells(happens(type))).toEqual(['REPAIR_QUOTATION_ANSWERED → ASSIGNEE, FRONT_DESK']),
  );
});

describe('who of the staff is told of complaints', () => {
  const DESK = 'COMPLAINT_TAKEN → FRONT_DESK';
  const ONE_REPORT = 'COMPLAINT_TAKEN → SUPERIOR';
  const AT_ONCE = 'COMPLAINT_MAJOR → HEAD_OFFICE (majorComplaints)';

  test.each(['GENERAL', 'IMPORTANT'])(
    'R-CMP-27 · R-CMP-34 · R-CMP-02 · R-CMP-03 · a %s one: the superior and the desk',
    (c) => expect(tells(complains('ticket.COMPLAINT_LODGED', { class: c }))).toEqual([ONE_REPORT, DESK]),
  );

  test.each(['ticket.COMPLAINT_LODGED', 'ticket.COMPLAINT_RAISED'])(
    'R-CMP-13 · R-CMP-30 · R-ESC-02 · %s major: the estate manager and head office at once, of an injury apart',
    (type) => {
      const lodged = type === 'ticket.COMPLAINT_LODGED' ? [ONE_REPORT, DESK] : [];
      const major = complains(type, { class: 'MAJOR' });
      expect(tells(major)).toEqual(['COMPLAINT_MAJOR → ESTATE_MANAGER', AT_ONCE, ...lodged]);
      expect(tells(complains(type, { class: 'MAJOR', ground: 'SERIOUS_LOSS_OR_INJURY' }))).toEqual([
        'COMPLAINT_MAJOR → ESTATE_MANAGER',
        'COMPLAINT_MAJOR → HEAD_OFFICE (injuries)',
        AT_ONCE,
        ...lodged,
      ]);
    },
  );

  test('D-16 · a manager hears nothing of complaints about the manager, the desk nothing of those about its department', () => {
    const lodged = (about: ToldTicket['about']): string[] =>
      tells(complains('ticket.COMPLAINT_LODGED', { class: 'MAJOR' }, { about }));
    expect(lodged('ESTATE_MANAGER')).toEqual([AT_ONCE, ONE_REPORT, DESK]);
    expect(lodged('SERVICE_DEPARTMENT')).toEqual(['COMPLAINT_MAJOR → ESTATE_MANAGER', AT_ONCE, ONE_REPORT]);
  });

  test('R-CMP-37 · R-CMP-14 · what turned major by itself is told to the estate manager in words of its own, once', () => {
    const raised = (noteId: string | null): string[] =>
      tells(complains('ticket.COMPLAINT_RAISED', { class: 'MAJOR', ground: 'UNSOLVED_FOR_A_MONTH', noteId }));
    expect(raised(null)).toEqual(['COMPLAINT_TURNED_MAJOR → ESTATE_MANAGER', AT_ONCE]);
    expect(raised('by a person')).toEqual(['COMPLAINT_MAJOR → ESTATE_MANAGER', AT_ONCE]);
  });

  test.each([
    ['ACCEPTED', 'R-RPR-05', 'REPAIR_NOT_ACCEPTED → SERVICE_MANAGER, ENGINEERING_HEAD'],
    ['ON_SITE', 'R-RPR-07', 'REPAIR_NOT_STARTED → SERVICE_MANAGER, ENGINEERING_HEAD'],
    ['ON_SITE', 'R-RPR-08', 'REPAIR_NOT_STARTED → SERVICE_MANAGER, ENGINEERING_HEAD'],
    ['AS_AGREED', 'R-RPR-10', 'REPAIR_NOT_STARTED → SERVICE_MANAGER, ENGINEERING_HEAD'],
    ['CALLED_BACK', 'R-RPR-13', 'CALLBACK_OVERDUE → SERVICE_MANAGER'],
    ['CALLED_BACK', 'R-CBK-04', 'CALLBACK_OVERDUE → SERVICE_MANAGER'],
    ['RECTIFICATION_REPORTED', 'R-CMP-06', 'COMPLAINT_LATE → SERVICE_MANAGER'],
    ['RESULT_TOLD', 'R-CMP-07', 'COMPLAINT_LATE → SERVICE_MANAGER'],
    ['RECTIFIED', 'R-CMP-10', 'COMPLAINT_LATE → SERVICE_MANAGER, ESTATE_MANAGER'],
    ['HANDLING_TOLD', 'R-CMP-13', 'COMPLAINT_LATE → SERVICE_MANAGER, ESTATE_MANAGER'],
    ['FEEDBACK', 'R-CMP-17', 'COMPLAINT_NOT_FED_BACK → SERVICE_MANAGER, ESTATE_MANAGER'],
    ['PROMISED_REPLY', 'R-CMP-24', 'PROMISED_REPLY_DUE → FRONT_DESK'],
  ])('R-RPR-09 · the limit for %s by %s has passed: %s', (milestone, rule, told) => {
    expect(tells(complains('clock.BREACHED', { milestone, rule }))).toEqual([told]);
  });

  test('what the desk alone measures tells nobody when it passes', () => {
    for (const milestone of ['FORWARDED', 'AT_THE_DOOR', 'CALLED_BACK_AFTER_WORK', 'SOLVED'])
      expect(tells(happens('clock.BREACHED', { milestone, rule: 'D-23' }))).toEqual([]);
  });

  test('R-CMP-09 · what becomes important is told to the department', () => {
    expect(tells(complains('ticket.COMPLAINT_RAISED', { class: 'IMPORTANT' }))).toEqual([
      'COMPLAINT_RAISED → DEPARTMENT',
    ]);
    expect(tells(complains('ticket.COMPLAINT_LOWERED', { class: 'IMPORTANT' }))).toEqual([]);
  });

  test('R-CMP-06 · R-CMP-07 · what was put right goes to the desk, which tells the customer', () =>
    expect(tells(complains('ticket.COMPLAINT_DEPARTMENT_REPORTED'))).toEqual(['COMPLAINT_RECTIFIED → FRONT_DESK']));

  test('R-CMP-24 · R-CBK-03 · what is opened again goes to all who have a part in it', () =>
    expect(tells(complains('ticket.COMPLAINT_REOPENED'))).toEqual([
      'COMPLAINT_REOPENED → DEPARTMENT, ASSIGNEE, SUPERIOR',
    ]));

  test('R-CMP-11 · R-CBK-02 · R-CBK-04 · a callback goes to the post that owes it; of repairs the returned order says so', () => {
    const owed = { kind: 'CALLBACK', ownerPost: 'STEWARD' };
    expect(tells(complains('obligation.OWED', owed))).toEqual(['CALLBACK_OWED → ownerPost']);
    expect(tells(happens('obligation.OWED', owed))).toEqual([]);
    expect(tells(complains('obligation.OWED', { kind: 'JUDGEMENT' }))).toEqual([]);
  });
});

describe('who of the staff is told of the rest', () => {
  test('R-DSP-09 · R-CMP-05 · R-CMP-09 · D-19 · an assignment tells whom it names, and not again whom it leaves', () => {
    const both = { toAssignee: true, toDepartment: true };
    expect(tells(complains('ticket.ASSIGNED', both))).toEqual([
      'TICKET_ASSIGNED → ASSIGNEE',
      'TICKET_ASSIGNED → DEPARTMENT',
    ]);
    expect(tells(complains('ticket.ASSIGNED', { ...both, toDepartment: false }))).toEqual([
      'TICKET_ASSIGNED → ASSIGNEE',
    ]);
  });

  test('D-19 · R-DSP-03 · a ticket that changes departments, joins another, or is left by its leading one tells whom it concerns', () => {
    expect(tells(happens('ticket.HANDED_OVER'))).toEqual(['TICKET_ASSIGNED → assigneeId']);
    expect(tells(happens('ticket.TRANSFERRED'))).toEqual(['TICKET_TRANSFERRED → DEPARTMENT, formerId']);
    expect(tells(happens('ticket.MERGED'))).toEqual(['TICKET_MERGED → ASSIGNEE']);
    expect(tells(happens('ticket.UNMERGED', { cause: 'LEADING_ENDED' }))).toEqual(['TICKET_UNMERGED → FRONT_DESK']);
    expect(tells(happens('ticket.UNMERGED', { cause: 'DECIDED' }))).toEqual([]);
  });

  test('R-REC-12 · R-DSP-11 · an escalated contact goes to the department that is named, else to the superior', () => {
    expect(tells(happens('contact.ESCALATED', { departmentId: 'd', post: null }, null))).toEqual([
      'CONTACT_ESCALATED → DEPARTMENT',
    ]);
    expect(tells(happens('contact.ESCALATED', { departmentId: null, post: 'SERVICE_MANAGER' }, null))).toEqual([
      'CONTACT_ESCALATED → post',
    ]);
  });

  test('R-ESC-02 · D-17 · head office hears of the media at once', () => {
    expect(tells(happens('contact.RECORDED', { channel: 'MEDIA' }, null))).toEqual([
      'CONTACT_FROM_MEDIA → HEAD_OFFICE (media)',
    ]);
    expect(tells(happens('contact.RECORDED', { channel: 'PHONE' }, null))).toEqual([]);
  });

  test('R-ORG-68 · Q-18 · an approval goes to whoever decides next, then back to who has prepared it', () => {
    for (const step of ['SUBMITTED', 'REVIEWED'])
      expect(tells(happens(`approval.${step}`, {}, null))).toEqual(['APPROVAL_WAITING → DECIDERS']);
    for (const step of ['APPROVED', 'SENT_BACK'])
      expect(tells(happens(`approval.${step}`, {}, null))).toEqual(['APPROVAL_DECIDED → PREPARER']);
    expect(tells(happens('approval.WITHDRAWN', {}, null))).toEqual([]);
  });

  test('every row says whom it tells and why, and every type that tells is followed', () => {
    for (const row of MATRIX) {
      expect(row.whom.length).toBeGreaterThan(0);
      expect(row.rules.length).toBeGreaterThan(0);
      for (const type of row.on) expect(TOLD_TYPES).toContain(type);
    }
  });
});
