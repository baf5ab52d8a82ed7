import { SATISFACTIONS, type Satisfaction } from '../../domain/callback/callback-answer.js';
import type { Random } from '../../domain/demo/random.js';
import { NO_ANSWERS, type Distribution } from '../../domain/survey/distribution.js';
import { FEWEST_ANSWERS } from '../../domain/survey/open-cells.js';
import type { SurveyQuestion } from '../../domain/survey/questionnaire.js';
import type { SurveyMode } from '../../domain/survey/survey-mode.js';
import { LEVEL_COLUMNS, surveyResults, type CountedAnswers } from '../../domain/survey/survey-results.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';

interface RoundToCount {
  readonly roundId: string;
  readonly questions: readonly SurveyQuestion[];
  readonly bornMs: number;
  readonly random: Random;
}

interface CommentedRound extends Pick<RoundToCount, 'roundId' | 'bornMs' | 'random'> {
  readonly isAnalysed: boolean;
}

/** The figures of a round that has been analysed, from its answers and by the product's own law (R-SAT-03, D-29). */
export function addResults(company: DemoCompany, estate: DemoEstate, round: RoundToCount): void {
  const { roundId, questions, bornMs, random } = round;
  const { rows } = company;
  const answers = rows.of('survey_answer').filter((row) => row['round_id'] === roundId);
  const of = { company_id: company.id, round_id: roundId, estate_id: estate.id };
  for (const cell of surveyResults(questions, countedOf(answers), stewardsOf(company, estate)))
    rows.add('survey_result', {
      ...{ ...of, id: random.id(bornMs), scope: cell.scope, building_id: cell.buildingId, steward_id: cell.stewardId },
      ...{ mode: cell.mode, question: cell.question, dimension: cell.dimension },
      ...Object.fromEntries(SATISFACTIONS.map((level) => [LEVEL_COLUMNS[level], cell.levels[level]])),
      ...{ is_open: cell.open, is_published: cell.scope === 'ESTATE' },
    });
}

/** What households of a round said in words; of one that was analysed open where enough have answered (R-SAT-03, D-29). */
export function addComments(company: DemoCompany, estate: DemoEstate, round: CommentedRound): void {
  const { roundId, isAnalysed, random } = round;
  const { rows } = company;
  const answers = rows.of('survey_answer').filter((row) => row['round_id'] === roundId);
  const isEnough = new Set(answers.map((row) => row['response_id'])).size >= FEWEST_ANSWERS;
  for (const said of answers.filter((row) => row['text'] !== null))
    rows.add('survey_comment', {
      ...{ company_id: company.id, round_id: roundId, estate_id: estate.id, id: random.id(round.bornMs) },
      ...{ answer_id: said['id'], question: said['question'], text: said['text'], is_open: isAnalysed && isEnough },
    });
}

type AnswerRow = Readonly<Record<string, unknown>>;

function countedOf(answers: readonly AnswerRow[]): CountedAnswers[] {
  const counted = new Map<string, CountedAnswers & { levels: Distribution }>();
  for (const row of answers) {
    const level = row['level'] as Satisfaction | null;
    if (level === null) continue;
    const {
      building_id: buildingId,
      mode,
      question,
    } = row as { building_id: string; mode: SurveyMode; question: string };
    const key = `${buildingId}/${mode}/${question}`;
    const known = counted.get(key) ?? { buildingId, mode, question, levels: NO_ANSWERS };
    counted.set(key, { ...known, levels: { ...known.levels, [level]: known.levels[level] + 1 } });
  }
  return [...counted.values()];
}

function stewardsOf({ rows }: DemoCompany, estate: DemoEstate) {
  const buildings = new Map<string, string[]>();
  for (const row of rows.of('steward_building').filter((each) => each['estate_id'] === estate.id)) {
    const staffId = String(row['staff_id']);
    buildings.set(staffId, [...(buildings.get(staffId) ?? []), String(row['building_id'])]);
  }
  return [...buildings].map(([staffId, buildingIds]) => ({ staffId, buildingIds }));
}
