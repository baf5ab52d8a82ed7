import { declaredCalendar } from '../../domain/calendar/declared-calendar.js';
import { workingDayDeadline } from '../../domain/calendar/working-days.js';
import { dayStartMs } from '../../domain/demo/demo-days.js';
import {
  LETTERS,
  letterStage,
  letterSteps,
  letterWords,
  type LetterHappening,
  type LetterStep,
} from '../../domain/demo/letter-story.js';
import { policyOf } from '../../domain/policy/policies.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import { DemoNumbers } from './demo-numbers.js';
import type { Row } from './demo-rows.js';
import { oweForLetter } from './letter-obligations.js';
import { letterSource } from './letter-source.js';
import type { PastEvent } from './repairs.js';
import { idOf, iso, pastEvent } from './rule-event.js';
import { departmentId, staffId, type DemoTeam } from './staffing.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** How many days ago the letters of an estate were drafted, the oldest first. */
const AGES = [48, 27, 9, 3];

/** Who has a hand in letters: the centre's two, the quality department, and the department that a letter is passed to. */
export interface LetterPeople {
  readonly drafter: string;
  readonly sender: string;
  readonly officer: string;
  readonly passedTo: string;
}

/** Letters of an estate to its window at head office: closed, answered late, disputed, passed on, waiting, in draft, withdrawn. @rule R-ESC-01 @rule R-ESC-04 */
export function addLiaisonLetters(company: DemoCompany, estate: DemoEstate, team: DemoTeam): PastEvent[] {
  if (estate.plan.silent || team.supervisor === null) return [];
  const numbers = new DemoNumbers(company, estate);
  const place = company.plan.estates.indexOf(estate.plan);
  const people = {
    ...{ drafter: team.supervisor, sender: team.manager ?? team.estateManager },
    ...{ officer: staffId(company, 'quality_officer'), passedTo: staffId(company, 'finance_officer') },
  };
  const events = AGES.slice(0, LETTERS).flatMap((age, letter) => {
    const draftedMs = dayStartMs(company.today - age) + 9 * HOUR_MS + place * 7 * MINUTE_MS;
    const steps = letterSteps(letter, place, draftedMs, dayStartMs(company.today));
    return addLetter(company, estate, { letter, steps, people, number: numbers.next('LIAISON_LETTER', draftedMs) });
  });
  numbers.leaveCounters();
  return events;
}

interface PastLetter {
  readonly letter: number;
  readonly steps: readonly LetterStep[];
  readonly people: LetterPeople;
  readonly number: Row;
}

function addLetter(
  company: DemoCompany,
  estate: DemoEstate,
  { letter, steps, people, number }: PastLetter,
): PastEvent[] {
  const words = letterWords(letter);
  const draftedMs = steps[0]?.atMs ?? 0;
  const id = idOf(company, `letter/${estate.id}/${letter}`, draftedMs);
  const own = { company_id: company.id, estate_id: estate.id };
  const source = letterSource(company, estate, words.source, draftedMs);
  const [sent, closed, withdrawn] = [lastOf(steps, 'SENT'), lastOf(steps, 'CLOSED'), lastOf(steps, 'WITHDRAWN')];
  const at = (step: LetterStep | undefined): string | null => (step ? iso(step.atMs) : null);
  const { stage, dueMs, passed, answered, disputes } = standing(company, steps);
  company.rows.add('liaison_letter', {
    ...{ ...own, id, ...number, stage, source_kind: source.sourceKind, source_id: source.sourceId },
    ...{ subject: words.subject, matter: words.matter, proposal: words.proposal },
    ...{
      drafted_by_id: people.drafter,
      drafted_at: iso(draftedMs),
      disputes,
      due_at: dueMs === null ? null : iso(dueMs),
    },
    ...{ sent_by_id: sent ? people.sender : null, sent_at: at(sent) },
    ...{ department_id: passed ? financeOf(company) : null, passed_at: at(passed), answered_at: at(answered) },
    ...{ feedback_mode: closed ? 'PHONE' : null, feedback: closed ? '已电话告知处理安排。' : null },
    ...{ closed_at: at(closed), closed_by_id: closed ? people.drafter : null },
    ...{ withdrawn_at: at(withdrawn), withdrawn_by_id: withdrawn ? people.sender : null },
    ...{ withdraw_reason: withdrawn ? '现场已自行解决。' : null, version: steps.length },
  });
  oweForLetter(company, estate, {
    id,
    steps,
    dueOf: (ms) => answerDue(company, ms),
    byAt: (i) => actorAt(steps, i, people),
  });
  return steps.map(({ type, atMs }, i): PastEvent => {
    const so = standing(company, steps.slice(0, i + 1));
    const by = actorAt(steps, i, people);
    if (type === 'ANSWERED') addAnswer(company, { ...own, letter_id: id, answer: words.answer }, { steps, i, people });
    return pastEvent(company, {
      ...{
        type: `liaisonLetter.${type}`,
        estateId: estate.id,
        kind: 'liaisonLetter',
        id,
        version: i + 1,
        by,
        at: atMs,
      },
      facts: {
        ...{ stage: so.stage, ...source, draftedById: people.drafter, disputes: so.disputes },
        ...{ dueAt: so.dueMs === null ? null : iso(so.dueMs), departmentId: so.passed ? financeOf(company) : null },
      },
    });
  });
}

const lastOf = (steps: readonly LetterStep[], type: LetterHappening): LetterStep | undefined =>
  steps.findLast((step) => step.type === type);

/** How a letter stands after steps: what a dispute takes back is gone. */
function standing(company: DemoCompany, steps: readonly LetterStep[]) {
  const disputed = steps.findLastIndex(({ type }) => type === 'DISPUTED');
  const since = steps.slice(disputed + 1);
  const asked = disputed < 0 ? lastOf(steps, 'SENT') : steps[disputed];
  return {
    stage: letterStage(steps),
    dueMs: asked ? answerDue(company, asked.atMs) : null,
    passed: lastOf(since, 'PASSED'),
    answered: lastOf(since, 'ANSWERED'),
    disputes: steps.filter(({ type }) => type === 'DISPUTED').length,
  };
}

function addAnswer(
  company: DemoCompany,
  said: Row,
  { steps, i, people }: Pick<PastLetter, 'steps' | 'people'> & { readonly i: number },
): void {
  const { dueMs, passed, disputes } = standing(company, steps.slice(0, i + 1));
  const atMs = steps[i]?.atMs ?? 0;
  const dispute = steps.slice(i + 1).find(({ type }) => type === 'DISPUTED');
  company.rows.add('liaison_answer', {
    ...{ ...said, id: idOf(company, `answer/${String(said['letter_id'])}/${disputes}`, atMs), round: disputes + 1 },
    ...{ answered_by_id: actorAt(steps, i, people), answered_at: iso(atMs), in_time: dueMs !== null && atMs <= dueMs },
    ...{ department_id: passed ? financeOf(company) : null, disputed_at: dispute ? iso(dispute.atMs) : null },
    ...{ disputed_by_id: dispute ? people.sender : null, dispute_reason: dispute ? '答复未说明完成时间。' : null },
  });
}

/** Who took a step. */
function actorAt(steps: readonly LetterStep[], i: number, people: LetterPeople): string {
  switch (steps[i]?.type) {
    case 'DRAFTED':
    case 'CLOSED':
      return people.drafter;
    case 'SENT':
    case 'DISPUTED':
    case 'WITHDRAWN':
      return people.sender;
    case 'ANSWERED':
      return steps[i - 1]?.type === 'PASSED' ? people.passedTo : people.officer;
    default:
      return people.officer;
  }
}

const financeOf = (company: DemoCompany): string => departmentId(company, null, 'FINANCE');

/** By when a letter is answered that was sent, or whose answer was disputed, at an instant. @rule Q-27 */
const answerDue = (company: DemoCompany, ms: number): number =>
  workingDayDeadline(
    new Date(ms),
    policyOf('Q-27').default,
    declaredCalendar(company.plan.timeZone, 'CN', []),
  ).deadline.getTime();
