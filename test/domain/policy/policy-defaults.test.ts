import { describe, expect, test } from '@jest/globals';
import { everyDay } from '../../../src/domain/calendar/weekly-hours.js';
import { policyOf, type PolicyKey, type PolicyValue } from '../../../src/domain/policy/policies.js';

const holds = <K extends PolicyKey>(key: K, value: PolicyValue<K>): void =>
  expect(policyOf(key).default).toEqual(value);

describe('what holds while a company has said nothing: reception, repairs, complaints', () => {
  test('P-06 · visits are summed up by the 5th, repairs analysed by the 1st', () =>
    holds('P-06', { visitSummary: 5, repairAnalysis: 1 }));
  test('P-06b · complaints are collated by the 5th', () => holds('P-06b', 5));
  test('P-08 · every repair and every grave or personal complaint is called back, a written one is answered', () =>
    holds('P-08', {
      repairsPercent: 100,
      majorComplaints: 'ALWAYS',
      importantComplaints: 'ALWAYS',
      generalComplaints: 'IF_NEEDED',
      visitComplaints: 'ALWAYS',
      writtenComplaints: 'WRITTEN_REPLY',
    }));
  test('P-09 · one complaint record with a handling part', () =>
    holds('P-09', { record: '客户投诉记录表', handling: '客户投诉处理表' }));
  test('P-10 · escalations go to the quality department', () => holds('P-10', 'QUALITY_OFFICER'));
  test('P-18 · a repair is called back within a day', () => holds('P-18', 24 * 60));
  test('P-19 · each complaint clock has its own start', () =>
    holds('P-19', {
      departmentReport: 'RECTIFIED',
      generalReply: 'DEPARTMENT_REPORTED',
      majorReply: 'RECEIVED',
      importantRectified: 'RECEIVED',
      feedback: 'RECEIVED',
    }));
  test('P-20 · the reply to a major complaint is measured, and a late one needs a reason', () =>
    holds('P-20', { measured: true, lateNeedsReason: true }));
  test('P-25 · officers on duty, supervisor and assistant steward come to the scene', () =>
    holds('P-25', { dutyOfficers: true, roles: ['SERVICE_SUPERVISOR', 'ASSISTANT_STEWARD'] }));
  test('P-33 · fault of the company makes a complaint important', () => holds('P-33', 'FAULT_DECIDES'));
  test('P-38 · the department puts right, the front desk answers, the steward visits', () =>
    holds('P-38', { rectifies: 'DEPARTMENT', replies: 'FRONT_DESK', visits: 'STEWARD' }));
  test('Q-06 · a visit record is handed in by the day after', () => holds('Q-06', 1));
  test('D-06, Q-07 · the service manager judges a complaint within three working days', () =>
    holds('Q-07', { judge: 'SERVICE_MANAGER', within: 3 }));
  test('D-02, Q-08 · three contacts are several', () => holds('Q-08', 3));
  test('Q-09 · without an amount the manager decides what is serious', () => holds('Q-09', { amount: null }));
  test('Q-10 · twelve hours run around the clock', () => holds('Q-10', 'AROUND_THE_CLOCK'));
  test('Q-19 · rework stays on its order', () => holds('Q-19', 'SAME_ORDER'));
  test('R-RPR-19 · three finished repairs a day are drawn for the check', () => holds('R-RPR-19', 3));
  test('R-RPR-20 · residents open a repair again for thirty days', () => holds('R-RPR-20', 30));
  test('Q-24 · complaints and repairs are kept for five years, dunning until the claim ends', () =>
    holds('Q-24', { complaints: 5, repairs: 5, dunningAfterClaim: 0 }));
  test('Q-27 · head office answers a letter within five working days', () => holds('Q-27', 5));
});

describe('what holds while a company has said nothing: desk hours', () => {
  test('D-08 · the desk is staffed from 08:00 to 20:00, weekends and holidays too', () =>
    holds('D-08', everyDay([{ from: '08:00', to: '20:00' }])));
});

describe('what holds while a company has said nothing: visits, surveys, activities', () => {
  test('P-02, D-03, Q-41 · quiet hours bind visits and calls at midday and from 21:00 to 08:00', () =>
    holds('P-02', {
      windows: [
        { from: '12:00', to: '14:00' },
        { from: '21:00', to: '08:00' },
      ],
      binds: ['HOME_VISIT', 'TELEPHONE'],
    }));
  test('P-03, Q-02 · an activity is announced three days before', () => holds('P-03', { lead: 3, unit: 'DAYS' }));
  test('P-07 · manager and supervisor visit five households each', () =>
    holds('P-07', {
      manager: 5,
      supervisor: 5,
      visitors: ['SERVICE_MANAGER', 'SERVICE_SUPERVISOR', 'STEWARD', 'ASSISTANT_STEWARD', 'FRONT_DESK'],
    }));
  test('P-29, Q-03 · the share to visit rises with the estate, upper ends included', () =>
    holds('P-29', [
      { upTo: 300, percent: 4 },
      { upTo: 500, percent: 5 },
      { upTo: 800, percent: 6 },
      { upTo: null, percent: 7 },
    ]));
  test('P-30 · a signature under a visit record is optional', () => holds('P-30', 'OPTIONAL'));
  test('P-39 · the manager runs large activities, the assistant ordinary ones', () =>
    holds('P-39', { large: 'SERVICE_MANAGER', ordinary: 'ASSISTANT_STEWARD' }));
  test('Q-01 · all households are asked twice a year on five steps, the upper two mean satisfied', () =>
    holds('Q-01', { everyMonths: 6, samplePercent: 100, steps: 5, satisfiedSteps: 2 }));
  test('Q-04 · all households choose the band, the share is of the occupied ones', () =>
    holds('Q-04', { bandBy: 'ALL', percentOf: 'OCCUPIED' }));
  test('Q-14 · no target until the company enters one', () =>
    holds('Q-14', { collectionPercent: null, satisfactionPercent: null }));
  test('Q-34 · visits that the company organises do not count for the estate', () => holds('Q-34', false));
  test('Q-38 · a small estate owes the larger of share and personal minimums', () => holds('Q-38', 'LARGER_OF_BOTH'));
});

describe('what holds while a company has said nothing: notices, money', () => {
  test('P-04 · notices carry the service centre’s seal', () =>
    holds('P-04', { usual: 'SERVICE_CENTRE', allowed: ['SERVICE_CENTRE', 'DEPARTMENT', 'COMPANY'] }));
  test('P-05 · posted copies are destroyed, the original is kept for a year', () =>
    holds('P-05', { destroyPosted: true, keepOriginal: 1 }));
  test('P-37 · reminders are approved like other notices', () => holds('P-37', 'AS_OTHERS'));
  test('P-40 · the steward brings the sealed payment notice', () =>
    holds('P-40', { seal: 'SERVICE_CENTRE', deliveredBy: 'STEWARD' }));
  test('P-41, D-09 · the law firm issues; steward, post, public notice; limitation counts from served', () =>
    holds('P-41', {
      issuedBy: 'LAW_FIRM',
      service: ['STEWARD', 'POST', 'PUBLIC_NOTICE'],
      limitationFrom: 'SERVED',
    }));
  test('Q-20 · a debtor list shows room and amount', () => holds('Q-20', { shows: 'ROOM_AND_AMOUNT' }));
  test('Q-33 · notices are numbered by estate and year', () => holds('Q-33', '{estate}-{year}-{number}'));
  test('P-01, D-10 · three months of observation, then one month for the refund', () =>
    holds('P-01', { observation: 3, refundWithin: 1 }));
  test('P-12 · no deposit and no waste fee until the company sets them', () =>
    holds('P-12', { deposit: null, wasteFee: null, wasteFeePer: 'UNIT' }));
  test('P-15 · the accountant authorises a refund, the cashier pays, the front desk receives', () =>
    holds('P-15', { authorises: 'ACCOUNTANT', pays: 'CASHIER', receives: 'FRONT_DESK' }));
  test('P-16 · the cashier collects at move-in', () => holds('P-16', 'CASHIER'));
  test('P-21 · after a year a lawyer’s letter needs refused visits', () => holds('P-21', 'AFTER_REFUSED_VISITS'));
  test('P-22 · time overdue or failed visits suffice', () => holds('P-22', 'EITHER'));
  test('P-23 · thirty days show the effect of a dunning step', () => holds('P-23', 30));
  test('P-31 · the steward leads dunning, the cashier may join, two make a team', () =>
    holds('P-31', { leads: 'STEWARD', mayJoin: ['CASHIER'], teamAtLeast: 2 }));
  test('P-36, Q-15 · collection targets are the steward’s', () => holds('P-36', 'STEWARD'));
  test('Q-11 · the payment notice comes 15 to 10 days before the collection month', () =>
    holds('Q-11', { earliest: 15, latest: 10 }));
  test('Q-12 · debtors are visited after two calendar months', () => holds('Q-12', 2));
  test('Q-13 · two failed visits are enough', () => holds('Q-13', 2));
  test('Q-23 · dunning staff and quality hear recordings', () =>
    holds('Q-23', ['STEWARD', 'CASHIER', 'QUALITY_OFFICER']));
  test('Q-39 · claims are barred after three years', () => holds('Q-39', 3));
  test('Q-42 · the evening of dunning visits begins at 18:00', () => holds('Q-42', '18:00'));
});

describe('what holds while a company has said nothing: life on the estate, organisation', () => {
  test('P-11 · a renovation application needs the papers of both manuals', () => {
    expect(policyOf('P-11').default.papers).toHaveLength(9);
    expect(policyOf('P-11').default.further).toEqual([]);
  });
  test('P-13, Q-17 · summer hours from May to September, winter hours else, quiet weekends', () =>
    holds('P-13', {
      summerFrom: '05-01',
      summerTo: '09-30',
      summer: [
        { from: '08:30', to: '11:30' },
        { from: '14:30', to: '20:00' },
      ],
      winter: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '19:00' },
      ],
      quietWeekends: true,
      quietHolidays: false,
    }));
  test('P-14 · a temporary pass needs two photos and one identity copy', () =>
    holds('P-14', { photos: 2, identityCopies: 1 }));
  test('P-17 · stewards patrol on working days, facilities daily, everything monthly', () =>
    holds('P-17', { steward: 'WORKING_DAY', facilities: 'DAY', comprehensive: 'MONTH' }));
  test('P-24 · only staff borrow keys, those of vacant units for viewing or repair', () =>
    holds('P-24', { borrowers: 'STAFF', vacantUnits: ['VIEWING', 'REPAIR'] }));
  test('P-27 · goods leave on one slip with a variant', () => holds('P-27', 'ONE_SLIP_WITH_VARIANT'));
  test('P-28 · a resident card is valid for three months', () => holds('P-28', 3));
  test('Q-28 · Security returns slips monthly', () => holds('Q-28', 'MONTH'));
  test('Q-29 · a key is back on the working day on which it was lent', () => holds('Q-29', 0));
  test('P-26 · roles have no titles of their own', () => holds('P-26', {}));
  test('P-32 · minutes and notices are kept for a year, customers’ files for ever', () =>
    holds('P-32', { minutes: 1, notices: 1, customerFiles: null }));
  test('P-34 · the front desk answers to the service manager, the steward may direct it', () =>
    holds('P-34', { line: 'SERVICE_MANAGER', functional: 'STEWARD' }));
  test('P-35 · the centre answers to the estate manager, the company’s leader stands above', () =>
    holds('P-35', { line: 'ESTATE_MANAGER', above: 'COMPANY_LEADER' }));
  test('Q-16 · the calendar follows mainland China', () => holds('Q-16', 'CN'));
  test('Q-26 · the clerk is a centre clerk', () => holds('Q-26', 'Centre clerk'));
  test('Q-37 · files are sealed by 31 December', () => holds('Q-37', '12-31'));
  test('Q-43 · a deputy whom the estate manager names may review', () =>
    holds('Q-43', { allowed: true, namedBy: 'ESTATE_MANAGER' }));
});

describe('what holds while a company has said nothing: limits of service clocks', () => {
  test('R-RPR-05, D-07, D-08 · a report is forwarded and accepted within three minutes, at night too', () =>
    holds('R-RPR-05', { forwarding: 3, acceptance: 3, controlRoom: 3 }));
  test('R-RPR-07 · somebody is on site within fifteen minutes', () => holds('R-RPR-07', 15));
  test('R-RPR-08 · in an emergency within ten', () => holds('R-RPR-08', 10));
  test('D-23 · from call to door three minutes more', () => holds('D-23', { ordinary: 18, emergency: 13 }));
  test('R-CMP-06 · the department tells the desk within twenty minutes', () => holds('R-CMP-06', 20));
  test('R-CMP-07 · the desk tells the customer within thirty', () => holds('R-CMP-07', 30));
  test('R-CMP-10 · an important complaint is put right within twelve hours', () => holds('R-CMP-10', 720));
  test('R-CMP-13 · of a major one the customer hears within thirty minutes', () => holds('R-CMP-13', 30));
  test('R-CMP-17 · every customer hears within twelve hours', () => holds('R-CMP-17', 720));
  test('R-CMP-37 · after a month a complaint turns major', () => holds('R-CMP-37', 1));
  test('D-05, D-27 · a clock stands still a day for whoever is absent, a week for the developer', () =>
    holds('D-05', {
      CUSTOMER_ABSENT: 1_440,
      NO_ACCESS: 1_440,
      PARTS_AWAITED: 4_320,
      CONSENT_AWAITED: 4_320,
      WITH_DEVELOPER: 10_080,
      WITH_SUPPLIER: 4_320,
      AUTHORITY: 4_320,
    }));
});
