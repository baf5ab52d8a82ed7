import { invalidInput, limitExceeded } from '../../domain/errors.js';
import {
  answersOf,
  changeOf,
  isSmallSample,
  satisfactionOf,
  type Distribution,
} from '../../domain/survey/distribution.js';
import { periodBefore, type DayPeriod } from '../../domain/survey/period-before.js';
import {
  SATISFACTION_SOURCES,
  type SatisfactionBreakdown,
  type SatisfactionSource,
} from '../../domain/survey/satisfaction-source.js';
import type { Share } from '../../domain/survey/share.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FigureRow, FiguresWanted } from './figures-wanted.js';
import { roundsWithBefore } from './rounds-with-before.js';
import { spokenFigures } from './spoken-figures.js';
import { surveyFigures } from './survey-figures.js';

/** One figure of satisfaction, with what it is of and what it is compared with. */
export interface SatisfactionFigure {
  readonly source: SatisfactionSource;
  readonly question: string;
  readonly dimension: SurveyDimension | null;
  readonly estateId: string | null;
  readonly buildingId: string | null;
  readonly stewardId: string | null;
  readonly mode: string | null;
  readonly roundId: string | null;
  readonly from: string;
  readonly until: string;
  readonly levels: Distribution;
  readonly rate: Share;
  readonly smallSample: boolean;
  readonly previous: Share | null;
  /** Percentage points since then. */
  readonly change: string | null;
}

const MOST_FIGURES = 5_000;
/** Upper levels that mean satisfied where no round has kept another number. @rule Q-01 */
const SATISFIED_STEPS = 2;

/**
 * Figures of satisfaction by source, never merged: of analysed rounds of the survey, of callbacks, of visits. Each is
 * compared with the round, or the period, before.
 * @rule R-SAT-03 @rule R-SAT-06 @rule D-24 @rule D-29
 * @throws INVALID_INPUT when neither a round nor a period is asked for, or the period is none
 * @throws LIMIT_EXCEEDED for more figures than an answer holds
 */
export async function satisfaction(
  ctx: RequestContext,
  filter: Omit<FiguresWanted, 'by'>,
  by: SatisfactionBreakdown,
): Promise<SatisfactionFigure[]> {
  const wanted: FiguresWanted = { ...filter, by };
  const { roundId = null, from = null, until = null } = wanted;
  const given = from !== null && until !== null ? { from, until } : null;
  if ((roundId === null) === (given === null))
    throw invalidInput('filter.roundId', 'give either roundId or both from and until');
  if (given) periodBefore(given);
  const rounds = await roundsWithBefore(ctx, wanted);
  const period = given ?? (rounds[0] ? { from: rounds[0].periodFrom, until: rounds[0].periodUntil } : null);
  const sources = wanted.sources ?? SATISFACTION_SOURCES;
  const figures: SatisfactionFigure[] = [];
  if (sources.includes('SURVEY')) {
    const ids = rounds.flatMap(({ id, beforeId }) => (beforeId === null ? [id] : [id, beforeId]));
    const rows = await surveyFigures(ctx, [...new Set(ids)], wanted);
    const ofRound = (id: string | null) => rows.filter((row) => row.roundId === id);
    for (const { id, beforeId, satisfiedSteps, periodFrom, periodUntil } of rounds) {
      const of = { source: 'SURVEY' as const, roundId: id, from: periodFrom, until: periodUntil };
      figures.push(...compared(ofRound(id), ofRound(beforeId), of, satisfiedSteps));
    }
  }
  for (const source of ['CALLBACK', 'VISIT'] as const)
    if (period && sources.includes(source) && ctx.asker.kind !== 'RESIDENT')
      figures.push(...(await spoken(ctx, source, period, wanted)));
  if (figures.length > MOST_FIGURES)
    throw limitExceeded('Ask for fewer estates, rounds or dimensions.', { what: 'figures', limit: MOST_FIGURES });
  return figures;
}

async function spoken(
  ctx: RequestContext,
  source: 'CALLBACK' | 'VISIT',
  period: DayPeriod,
  wanted: FiguresWanted,
): Promise<SatisfactionFigure[]> {
  const [now, before] = await Promise.all(
    [period, periodBefore(period)].map((each) => spokenFigures(ctx, source, each, wanted)),
  );
  return compared(now ?? [], before ?? [], { source, roundId: null, ...period }, SATISFIED_STEPS);
}

type Of = Pick<SatisfactionFigure, 'source' | 'roundId' | 'from' | 'until'>;

function compared(
  rows: readonly FigureRow[],
  before: readonly FigureRow[],
  of: Of,
  satisfiedSteps: number,
): SatisfactionFigure[] {
  const keyOf = ({ estateId, buildingId, stewardId, mode, question }: FigureRow): string =>
    [estateId, buildingId, stewardId, mode, question].join('/');
  const earlier = new Map(before.map((row) => [keyOf(row), satisfactionOf(levelsOf(row), satisfiedSteps)]));
  return rows.map((row) => {
    const { estateId, buildingId, stewardId, mode, question, dimension } = row;
    const levels = levelsOf(row);
    const rate = satisfactionOf(levels, satisfiedSteps);
    const previous = earlier.get(keyOf(row)) ?? null;
    return {
      ...{ ...of, question, dimension, estateId, buildingId, stewardId, mode, levels, rate, previous },
      smallSample: isSmallSample(answersOf(levels)),
      change: previous === null ? null : changeOf(rate, previous),
    };
  });
}

const levelsOf = (row: FigureRow): Distribution => ({
  VERY_SATISFIED: row.verySatisfied,
  SATISFIED: row.satisfied,
  NEUTRAL: row.neutral,
  DISSATISFIED: row.dissatisfied,
  VERY_DISSATISFIED: row.veryDissatisfied,
});
