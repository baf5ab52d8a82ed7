import { checkEveryDays, type CareKind } from '../../domain/care/care-kind.js';
import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import { addObligation } from './obligations.js';

const DAY_MS = 86_400_000;
const NOTES: readonly (readonly [CareKind, string])[] = [
  ['ELDERLY_ALONE', '子女在外地，请轻敲门'],
  ['POWER_DEPENDENT', '家用呼吸机，停电先通知'],
  ['DISABLED', '行动不便，开门较慢'],
  ['KEY_SERVICE', '每周协助搬运'],
  ['IMPORTANT_CUSTOMER', '业委会成员'],
];

/** Who of an estate is looked after with special care, with the steward's checks: done, missed, owed, and one that is over. */
export function addCareMarks(
  company: DemoCompany,
  estate: DemoEstate,
  occupancies: readonly DemoOccupancy[],
  steward: string | null,
): void {
  const present = occupancies.filter((held) => held.until === null);
  NOTES.forEach(([kind, note], i) => {
    const held = present[i * 7];
    if (!held) return;
    const random = company.random.branch(`care/${estate.plan.code}/${i}`);
    const every = checkEveryDays(kind);
    const fromDay = company.today - every - random.int(1, Math.max(1, every - 1));
    const over = kind === 'KEY_SERVICE' ? company.today - 1 : null;
    const id = random.id(dayStartMs(fromDay));
    company.rows.add('care_mark', {
      company_id: company.id,
      id,
      estate_id: estate.id,
      unit_id: null,
      customer_id: held.customerId,
      kind,
      consent_by: 'CUSTOMER',
      consent_day: dayText(fromDay),
      note: over === null ? note : null,
      from_day: dayText(fromDay),
      until_day: over === null ? null : dayText(over),
      check_every_days: every,
      version: 2,
    });
    const owner = 'STEWARD' as const;
    const base = { estateId: estate.id, kind: 'CARE_CHECK', subjectKind: 'CARE_MARK', subjectId: id, owner } as const;
    const firstMs = dayStartMs(fromDay) + every * DAY_MS;
    addObligation(company, {
      ...base,
      key: `care/${id}/1`,
      sinceMs: dayStartMs(fromDay),
      dueMs: firstMs,
      done: steward !== null && kind !== 'DISABLED' ? { atMs: firstMs - DAY_MS / 2, staffId: steward } : null,
    });
    addObligation(company, {
      ...base,
      key: `care/${id}/2`,
      sinceMs: firstMs,
      dueMs: firstMs + every * DAY_MS,
      done: null,
      ...(over === null ? {} : { lapsedMs: dayStartMs(over) }),
    });
  });
}
