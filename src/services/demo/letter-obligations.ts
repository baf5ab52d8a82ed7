import { declaredCalendar } from '../../domain/calendar/declared-calendar.js';
import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import type { LetterStep } from '../../domain/demo/letter-story.js';
import { FEEDBACK_WORKING_DAYS } from '../../domain/liaison-letter/feedback-due.js';
import { policyOf } from '../../domain/policy/policies.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { addObligation } from './obligations.js';

interface OwedFor {
  readonly id: string;
  readonly steps: readonly LetterStep[];
  /** By when a letter is answered that was sent at an instant. */
  readonly dueOf: (ms: number) => number;
  /** Who took a step. */
  readonly byAt: (i: number) => string;
}

/** What a letter had owed: an answer by the window, anew after a dispute, and word of it to the owner by the centre. @rule R-ESC-03 @rule R-ORG-17 */
export function oweForLetter(company: DemoCompany, estate: DemoEstate, { id, steps, dueOf, byAt }: OwedFor): void {
  const calendar = declaredCalendar(company.plan.timeZone, 'CN', []);
  const subject = { estateId: estate.id, subjectKind: 'LIAISON_LETTER', subjectId: id } as const;
  steps.forEach(({ type, atMs }, i) => {
    const next = steps.findIndex((step, at) => at > i && ENDS[type]?.includes(step.type));
    const end = steps[next];
    const settled = {
      done: end && end.type !== 'DISPUTED' && end.type !== 'WITHDRAWN' ? { atMs: end.atMs, staffId: byAt(next) } : null,
      ...(end?.type === 'DISPUTED' || end?.type === 'WITHDRAWN' ? { lapsedMs: end.atMs } : {}),
    };
    const key = `letter/${id}/${i}`;
    if (type === 'SENT' || type === 'DISPUTED')
      addObligation(company, {
        ...{
          ...subject,
          key,
          kind: 'LIAISON_ANSWER',
          owner: policyOf('P-10').default,
          sinceMs: atMs,
          dueMs: dueOf(atMs),
        },
        ...settled,
      });
    if (type === 'ANSWERED')
      addObligation(company, {
        ...{ ...subject, key, kind: 'LIAISON_FEEDBACK', owner: 'SERVICE_SUPERVISOR', sinceMs: atMs },
        dueMs: workingDayDeadline(new Date(atMs), FEEDBACK_WORKING_DAYS, calendar).deadline.getTime(),
        ...settled,
      });
  });
}

/** What ends that something is owed since a step. */
const ENDS: Readonly<Partial<Record<LetterStep['type'], readonly LetterStep['type'][]>>> = {
  SENT: ['ANSWERED', 'WITHDRAWN'],
  DISPUTED: ['ANSWERED', 'WITHDRAWN'],
  ANSWERED: ['CLOSED', 'DISPUTED'],
};
