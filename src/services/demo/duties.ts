import { dayStartMs } from '../../domain/demo/demo-days.js';
import type { Role } from '../../domain/identity/role.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

/** Who of an estate's team has duty. */
interface OnDuty {
  readonly desk: string;
  readonly technicians: readonly string[];
}

const HOUR_MS = 3_600_000;
/** The roster stands for some days back and two weeks ahead. */
const DAYS = { back: 3, ahead: 14 } as const;

/** An estate's roster: the desk by day, an engineer in turn by night. */
export function addDuties(company: DemoCompany, estate: DemoEstate, team: OnDuty): void {
  for (let day = -DAYS.back; day < DAYS.ahead; day += 1) {
    const engineer = team.technicians[(day + DAYS.back) % team.technicians.length];
    addDuty(company, estate.id, team.desk, 'FRONT_DESK', day, 8);
    if (engineer !== undefined) addDuty(company, estate.id, engineer, 'TECHNICIAN', day, 20);
  }
}

/** The night control room of the whole company (D-11). */
export function addNightWatch(company: DemoCompany, staffId: string): void {
  for (let day = -DAYS.back; day < DAYS.ahead; day += 1) addDuty(company, null, staffId, 'CONTROL_ROOM', day, 20);
}

/** Twelve hours from an hour of a day, counted from the demo's own. */
function addDuty(
  company: DemoCompany,
  estateId: string | null,
  staffId: string,
  post: Role,
  day: number,
  hour: number,
): void {
  const fromMs = dayStartMs(company.today + day) + hour * HOUR_MS;
  company.rows.add('duty', {
    company_id: company.id,
    id: company.random.branch(`duty/${estateId ?? ''}/${post}/${day}`).id(Date.parse(company.since)),
    estate_id: estateId,
    staff_id: staffId,
    post,
    from_at: new Date(fromMs).toISOString(),
    until_at: new Date(fromMs + 12 * HOUR_MS).toISOString(),
    created_at: company.since,
    version: 1,
  });
}
