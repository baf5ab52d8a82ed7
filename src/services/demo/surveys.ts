import { dayStartMs, dayText } from '../../domain/demo/demo-days.js';
import type { Random } from '../../domain/demo/random.js';
import { questionsOf, type SurveyQuestion } from '../../domain/survey/questionnaire.js';
import type { DemoCompany, DemoEstate, DemoOccupancy } from './demo-company.js';
import { addObligation } from './obligations.js';
import type { DemoTeam } from './staffing.js';
import { addAnswers, type DemoForm } from './survey-answers.js';
import { addComments, addResults } from './survey-results.js';

const DAY_MS = 86_400_000;
const QUESTIONS: readonly SurveyQuestion[] = questionsOf([]);

/** A round of the past: half a year each, the last one still open. */
interface PastRound {
  readonly name: string;
  /** Months before the present one in which the half-year begins. */
  readonly monthsAgo: number;
  /** Days before the end of history. */
  readonly issuedDaysAgo: number;
  readonly isOpen: boolean;
  /** How satisfied: the weight of the upper two levels. */
  readonly liking: number;
}

const ROUNDS: readonly PastRound[] = [
  { name: '第一轮满意度调查', monthsAgo: 13, issuedDaysAgo: 210, isOpen: false, liking: 66 },
  { name: '第二轮满意度调查', monthsAgo: 7, issuedDaysAgo: 40, isOpen: false, liking: 72 },
  { name: '第三轮满意度调查', monthsAgo: 1, issuedDaysAgo: 5, isOpen: true, liking: 74 },
];
const TAKES_DAYS = 14;

/** The company's questionnaire: the nine dimensions (R-SAT-09). @returns its id */
export function addQuestionnaire(company: DemoCompany, createdById: string): string {
  const id = company.random.branch('questionnaire').id(Date.parse(company.since));
  company.rows.add('questionnaire', {
    ...{ company_id: company.id, id, estate_id: null, code: 'STANDARD', number: 1, title: '业户意见调查表' },
    ...{ questions: QUESTIONS, created_at: company.since, created_by_id: createdById },
  });
  return id;
}

/** The rounds of the survey on an estate: two that are published, one that is open (R-SAT-01 to R-SAT-05). */
export function addSurveys(
  company: DemoCompany,
  { estate, occupancies }: { readonly estate: DemoEstate; readonly occupancies: readonly DemoOccupancy[] },
  team: DemoTeam,
  questionnaireId: string,
): void {
  const leader = team.supervisor;
  if (leader === null) return;
  const homes = homesOf(company, estate, occupancies);
  for (const past of ROUNDS) {
    const random = company.random.branch(`survey/${estate.plan.code}/${past.issuedDaysAgo}`);
    addRound(company, estate, { past, random, homes, leader, desk: team.desk, questionnaireId });
  }
}

interface RoundOfEstate {
  readonly past: PastRound;
  readonly random: Random;
  readonly homes: readonly Omit<DemoForm, 'id'>[];
  readonly leader: string;
  readonly desk: string;
  readonly questionnaireId: string;
}

function addRound(company: DemoCompany, estate: DemoEstate, round: RoundOfEstate): void {
  const { past, random, homes, leader, desk, questionnaireId } = round;
  const { rows } = company;
  const issuedMs = dayStartMs(company.today - past.issuedDaysAgo) + 10 * 3_600_000;
  const closesMs = issuedMs + TAKES_DAYS * DAY_MS;
  const analysedMs = closesMs + 2 * DAY_MS;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const ended = past.isOpen
    ? null
    : { collected: iso(closesMs), analysed: iso(analysedMs), publishBy: analysedMs + 9 * DAY_MS };
  const [roundId, surveyEstateId] = [random.id(issuedMs), random.id(issuedMs)];
  const from = monthStart(company, -past.monthsAgo);
  rows.add('survey_round', {
    ...{
      company_id: company.id,
      id: roundId,
      estate_id: estate.id,
      name: past.name,
      questionnaire_id: questionnaireId,
    },
    ...{
      stage: past.isOpen ? 'ISSUED' : 'ANALYSED',
      period_from: from,
      period_until: monthStart(company, 6 - past.monthsAgo),
    },
    ...{ sample_percent: 30, satisfied_steps: 2, seed: roundId, issue_by: dayText(company.today - past.issuedDaysAgo) },
    ...{ issued_at: iso(issuedMs), closes_at: iso(closesMs), collected_at: ended?.collected ?? null },
    ...{
      analysed_at: ended?.analysed ?? null,
      analysed_by_id: ended ? leader : null,
      planned_by_id: leader,
      version: ended ? 4 : 2,
    },
    findings: ended ? '清洁与维修得分较高，休闲设施与停车秩序仍有改进空间。' : null,
    measures: ended ? '增加儿童区巡检频次；电梯等候时间逐月公布。' : null,
  });
  const drawn = homes.filter(() => random.chance(0.3));
  const forms = drawn.map((home): DemoForm => ({ ...home, id: random.id(issuedMs) }));
  for (const { id, unitId, buildingId, occupancyId } of forms)
    rows.add('survey_form', {
      ...{ company_id: company.id, id, round_id: roundId, estate_id: estate.id, building_id: buildingId },
      ...{ unit_id: unitId, occupancy_id: occupancyId, undeliverable: null, issued_at: iso(issuedMs), version: 1 },
    });
  const untilMs = past.isOpen ? dayStartMs(company.today) : closesMs;
  const given = addAnswers(company, estate, {
    roundId,
    forms,
    questions: QUESTIONS,
    random,
    desk,
    liking: past.liking,
    issuedMs,
    untilMs,
  });
  addComments(company, estate, { roundId, bornMs: issuedMs, random, isAnalysed: ended !== null });
  const publishedMs = analysedMs + 3 * DAY_MS;
  rows.add('survey_estate', {
    ...{
      company_id: company.id,
      id: surveyEstateId,
      round_id: roundId,
      estate_id: estate.id,
      households: homes.length,
    },
    ...{
      issued: forms.length,
      undeliverable: 0,
      by_link: given.LINK,
      by_app: 0,
      by_paper: given.PAPER,
      by_telephone: given.TELEPHONE,
    },
    ...{
      by_import: 0,
      blank: 0,
      replaced: 0,
      publish_by: ended ? iso(ended.publishBy) : null,
      published_at: ended ? iso(publishedMs) : null,
    },
    ...{ published_by_id: ended ? leader : null, version: 3 },
  });
  if (ended) {
    addResults(company, estate, { roundId, questions: QUESTIONS, bornMs: analysedMs, random });
    addObligation(company, {
      ...{ key: `survey/${estate.plan.code}/${past.issuedDaysAgo}`, estateId: estate.id, kind: 'SURVEY_PUBLICATION' },
      ...{ subjectKind: 'SURVEY_ESTATE', subjectId: surveyEstateId, owner: 'SERVICE_MANAGER', sinceMs: analysedMs },
      ...{ dueMs: ended.publishBy, done: { atMs: publishedMs, staffId: leader } },
    });
  } else
    rows.add('timer', {
      ...{ company_id: company.id, id: random.id(issuedMs), kind: 'SURVEY_CLOSES', subject_id: roundId },
      ...{ due_at: iso(closesMs), set_for: iso(closesMs), failures: 0, parked_at: null },
    });
}

/** Homes in which somebody lives at the end of history: the tenant before the owner. */
function homesOf(
  company: DemoCompany,
  estate: DemoEstate,
  occupancies: readonly DemoOccupancy[],
): Omit<DemoForm, 'id'>[] {
  const holders = new Map<string, DemoOccupancy>();
  for (const held of occupancies) {
    if (held.from > company.today || (held.until !== null && held.until <= company.today)) continue;
    if (held.capacity === 'TENANT' || (held.capacity === 'OWNER' && !holders.has(held.unitId)))
      holders.set(held.unitId, held);
  }
  return estate.units.flatMap(({ id: unitId, buildingId, use }) => {
    const holder = holders.get(unitId);
    return holder && use === 'RESIDENTIAL' ? [{ unitId, buildingId, occupancyId: holder.id }] : [];
  });
}

/** The first day of the month so many months from the end of history. */
function monthStart(company: DemoCompany, months: number): string {
  const end = new Date(company.today * DAY_MS);
  return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}
