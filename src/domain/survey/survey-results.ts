import type { Satisfaction } from '../callback/callback-answer.js';
import { answersOf, NO_ANSWERS, plus, type Distribution } from './distribution.js';
import { openCells } from './open-cells.js';
import type { SurveyQuestion } from './questionnaire.js';
import { OVERALL, type ResultScope } from './satisfaction-source.js';
import type { SurveyDimension } from './survey-dimension.js';
import { isInQuota, type SurveyMode } from './survey-mode.js';

/** Answers of one building, in one way, to one question. */
export interface CountedAnswers {
  readonly buildingId: string;
  readonly mode: SurveyMode;
  readonly question: string;
  readonly levels: Distribution;
}

/** A steward with the buildings that he or she looks after. */
export interface StewardOfBuildings {
  readonly staffId: string;
  readonly buildingIds: readonly string[];
}

/** One figure of an analysed round on an estate. */
export interface SurveyResultCell {
  readonly scope: ResultScope;
  readonly buildingId: string | null;
  readonly stewardId: string | null;
  readonly mode: SurveyMode | null;
  readonly question: string;
  readonly dimension: SurveyDimension | null;
  readonly levels: Distribution;
  /** Whether the estate's own staff see it. @rule D-29 */
  readonly open: boolean;
}

/** A cell before it is counted. */
interface Part extends Pick<SurveyResultCell, 'scope' | 'buildingId' | 'stewardId' | 'mode'> {
  readonly holds: (answers: CountedAnswers) => boolean;
}

/**
 * The figures of a round on one estate: of the estate, by how the forms came back, by steward, by building, for each question
 * and over all dimensions. Interviews on the telephone stand by themselves. What few have answered, or what would give it
 * away beside the other figures, is closed to the estate's own staff; the figure over all dimensions is as open as all of
 * them.
 * @rule R-SAT-03 @rule R-SAT-06 @rule R-SAT-09 @rule D-29
 */
export function surveyResults(
  questions: readonly SurveyQuestion[],
  counted: readonly CountedAnswers[],
  stewards: readonly StewardOfBuildings[],
): SurveyResultCell[] {
  const parts = partsOf(counted, stewards);
  const cells = questions
    .filter(({ kind }) => kind === 'SCALE')
    .flatMap((question) => cellsOf(question, parts, counted));
  return [...cells, ...overallOf(cells)];
}

function partsOf(counted: readonly CountedAnswers[], stewards: readonly StewardOfBuildings[]): Part[] {
  const nobody = { buildingId: null, stewardId: null, mode: null };
  const modes = [...new Set(counted.map(({ mode }) => mode))].sort();
  const buildings = [...new Set(counted.map(({ buildingId }) => buildingId))].sort();
  return [
    { ...nobody, scope: 'ESTATE', holds: ({ mode }) => isInQuota(mode) },
    ...modes.map((own): Part => ({ ...nobody, scope: 'MODE', mode: own, holds: ({ mode }) => mode === own })),
    ...stewards.map(({ staffId, buildingIds }): Part => {
      const own = new Set(buildingIds);
      const holds = ({ buildingId, mode }: CountedAnswers): boolean => isInQuota(mode) && own.has(buildingId);
      return { ...nobody, scope: 'STEWARD', stewardId: staffId, holds };
    }),
    ...buildings.map((own): Part => {
      const holds = ({ buildingId, mode }: CountedAnswers): boolean => isInQuota(mode) && buildingId === own;
      return { ...nobody, scope: 'BUILDING', buildingId: own, holds };
    }),
  ];
}

function cellsOf(
  { key, dimension }: SurveyQuestion,
  parts: readonly Part[],
  counted: readonly CountedAnswers[],
): SurveyResultCell[] {
  const own = counted.filter(({ question }) => question === key);
  const keyOf = ({ buildingId, mode }: CountedAnswers): string => `${buildingId}/${mode}`;
  const keysOf = (answers: readonly CountedAnswers[]): Set<string> => new Set(answers.map(keyOf));
  const open = openCells(
    own.map((answers) => ({ key: keyOf(answers), answers: answersOf(answers.levels) })),
    [keysOf(own.filter(({ mode }) => isInQuota(mode))), keysOf(own.filter(({ mode }) => !isInQuota(mode)))],
    parts.map((part, i) => ({ id: String(i), atoms: keysOf(own.filter(part.holds)) })),
  );
  return parts.flatMap(({ holds, ...part }, i) => {
    const levels = own.filter(holds).reduce((sum, answers) => plus(sum, answers.levels), NO_ANSWERS);
    if (answersOf(levels) === 0) return [];
    return [{ ...part, question: key, dimension, levels, open: open.has(String(i)) }];
  });
}

/** The sums over the nine dimensions; own questions are no part of them. */
function overallOf(cells: readonly SurveyResultCell[]): SurveyResultCell[] {
  const sums = new Map<string, SurveyResultCell>();
  for (const cell of cells.filter(({ dimension }) => dimension !== null)) {
    const key = [cell.scope, cell.buildingId, cell.stewardId, cell.mode].join('/');
    const sum = sums.get(key);
    sums.set(key, {
      ...cell,
      question: OVERALL,
      dimension: null,
      levels: sum ? plus(sum.levels, cell.levels) : cell.levels,
      open: cell.open && (sum?.open ?? true),
    });
  }
  return [...sums.values()];
}

/** The columns of a stored result, by level. */
export const LEVEL_COLUMNS: Readonly<Record<Satisfaction, string>> = {
  VERY_SATISFIED: 'very_satisfied',
  SATISFIED: 'satisfied',
  NEUTRAL: 'neutral',
  DISSATISFIED: 'dissatisfied',
  VERY_DISSATISFIED: 'very_dissatisfied',
};
