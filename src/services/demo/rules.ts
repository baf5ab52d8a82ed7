import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';
import { changeWithApproval, propose } from './policy-changes.js';
import { setPolicy } from './policy-versions.js';
import { staffId } from './staffing.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const DESK_DAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:30', to: '21:00' },
];
/** A desk with a break at noon, shorter at the weekend. @rule D-08 */
const DESK_HOURS = {
  weekdays: {
    MON: DESK_DAY,
    TUE: DESK_DAY,
    WED: DESK_DAY,
    THU: DESK_DAY,
    FRI: DESK_DAY,
    SAT: [{ from: '09:00', to: '18:00' }],
    SUN: [{ from: '09:00', to: '18:00' }],
  },
  holidays: [{ from: '09:00', to: '18:00' }],
  makeUpDays: DESK_DAY,
  dates: {},
};

/**
 * How a company works: a day of its own and one of an estate, desk hours of an estate from today on, a policy changed with
 * approval, a change that waits for its review, and a deputy. What held in the history stays what held then.
 */
export function addRules(company: DemoCompany, [first, second]: readonly DemoEstate[]): PastEvent[] {
  if (!first || !second) return [];
  const { today } = company;
  return [
    declareDay(company, null, { day: `${company.year}-12-31`, working: false, name: '公司年会' }),
    declareDay(company, first.id, { day: dayText(today + 20), working: true, name: '消防演练值班' }),
    setPolicy(company, staffId(company, 'estate_manager'), today - 2, {
      key: 'D-08',
      estateId: first.id,
      effectiveFrom: today,
      value: DESK_HOURS,
      reason: '前台午休轮班',
    }),
    ...changeWithApproval(company, {
      key: 'P-18',
      estateId: null,
      effectiveFrom: today - 20,
      value: 720,
      reason: '回访应当天完成',
    }),
    ...propose(company, staffId(company, 'estate_manager'), today - 1, {
      key: 'P-18',
      estateId: first.id,
      effectiveFrom: today + 30,
      value: 480,
      reason: '本小区业主希望更快回访',
    }).events,
    nameDeputy(company, second),
  ];
}

/** A working or free day that the company, or an estate, has declared. @rule Q-16 */
function declareDay(company: DemoCompany, estateId: string | null, said: Row): PastEvent {
  const at = dayStartMs(company.today - 30) + 10 * HOUR_MS + (estateId === null ? 0 : MINUTE_MS);
  const setBy = staffId(company, estateId === null ? 'company_admin' : 'estate_manager');
  const id = idOf(company, `calendar/${estateId ?? ''}`, at);
  company.rows.add('calendar_day', {
    company_id: company.id,
    id,
    estate_id: estateId,
    version: 1,
    ...said,
    set_by: setBy,
    set_at: iso(at),
  });
  const facts = { day: said['day'], working: said['working'] };
  return pastEvent(company, { type: 'calendar.DAY_DECLARED', estateId, kind: 'calendarDay', id, by: setBy, at, facts });
}

/** The supervisor stands in for the service manager for two weeks. @rule Q-43 */
function nameDeputy(company: DemoCompany, estate: DemoEstate): PastEvent {
  const login = (role: string): string => staffId(company, `${role}.${estate.plan.code.toLowerCase()}`);
  const [absentId, deputyId, by] = [login('service_manager'), login('service_supervisor'), login('estate_manager')];
  const at = dayStartMs(company.today - 3) + 10 * HOUR_MS;
  const id = idOf(company, `deputy/${estate.id}`, at);
  const [fromDay, untilDay] = [dayText(company.today), dayText(company.today + 14)];
  company.rows.add('deputy', {
    company_id: company.id,
    id,
    estate_id: estate.id,
    absent_id: absentId,
    role: 'SERVICE_MANAGER',
    staff_id: deputyId,
    from_day: fromDay,
    until_day: untilDay,
    named_by: by,
    named_at: iso(at),
    version: 1,
  });
  const facts = { absentId, role: 'SERVICE_MANAGER', staffId: deputyId, fromDay, untilDay };
  return pastEvent(company, { type: 'deputy.NAMED', estateId: estate.id, kind: 'deputy', id, by, at, facts });
}
