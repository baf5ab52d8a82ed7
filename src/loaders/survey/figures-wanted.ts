import { sql } from 'kysely';
import type { SatisfactionBreakdown, SatisfactionSource } from '../../domain/survey/satisfaction-source.js';
import type { SurveyDimension } from '../../domain/survey/survey-dimension.js';

/** Which figures are asked for; conditions hold together. */
export interface FiguresWanted {
  readonly by: SatisfactionBreakdown;
  readonly sources?: readonly SatisfactionSource[] | null;
  readonly roundId?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly estateIds?: readonly string[] | null;
  readonly buildingIds?: readonly string[] | null;
  readonly stewardIds?: readonly string[] | null;
  readonly dimensions?: readonly SurveyDimension[] | null;
  /** Interviews on the telephone too, in figures of a survey for companies and estates. */
  readonly withTelephone?: boolean | null;
}

/** Answers by level to one question, of one part of the breakdown. */
export interface FigureRow {
  readonly estateId: string | null;
  readonly buildingId: string | null;
  readonly stewardId: string | null;
  readonly mode: string | null;
  readonly question: string;
  readonly dimension: SurveyDimension | null;
  readonly verySatisfied: number;
  readonly satisfied: number;
  readonly neutral: number;
  readonly dissatisfied: number;
  readonly veryDissatisfied: number;
}

/** Sums of stored results, by level. */
export const LEVEL_SUMS = sql`
  sum(r.very_satisfied)::int as "verySatisfied", sum(r.satisfied)::int as satisfied, sum(r.neutral)::int as neutral,
  sum(r.dissatisfied)::int as dissatisfied, sum(r.very_dissatisfied)::int as "veryDissatisfied"`;

/** Counts of answers in a column `level`, by level. */
export const LEVEL_COUNTS = sql`
  count(*) filter (where level = 'VERY_SATISFIED')::int as "verySatisfied",
  count(*) filter (where level = 'SATISFIED')::int as satisfied,
  count(*) filter (where level = 'NEUTRAL')::int as neutral,
  count(*) filter (where level = 'DISSATISFIED')::int as dissatisfied,
  count(*) filter (where level = 'VERY_DISSATISFIED')::int as "veryDissatisfied"`;
