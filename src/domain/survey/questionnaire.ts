import { invalidInput } from '../errors.js';
import { DIMENSION_TEXTS, SURVEY_DIMENSIONS, type SurveyDimension } from './survey-dimension.js';

/** SCALE: answered on the five levels. TEXT: answered in words, never scored. */
export const QUESTION_KINDS = ['SCALE', 'TEXT'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** One question of a questionnaire. */
export interface SurveyQuestion {
  /** Names it within every version: of the nine dimensions and the two texts their own name, of others one that is chosen. */
  readonly key: string;
  readonly kind: QuestionKind;
  /** Which of the nine dimensions it scores; null for a company's own questions and for texts. */
  readonly dimension: SurveyDimension | null;
  /** As it is asked. */
  readonly text: string;
}

/** A question that a company adds. */
export interface OwnQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
}

/** The two subjects that are asked in words: they are no scores. @rule R-SAT-09 */
const IN_WORDS: readonly SurveyQuestion[] = [
  { key: 'SPECIAL_DIFFICULTY', kind: 'TEXT', dimension: null, text: '您有哪些特殊困难或需求？' },
  { key: 'OTHER', kind: 'TEXT', dimension: null, text: '您还有哪些意见和建议？' },
];
const KEY = /^[A-Z][A-Z0-9_]{0,39}$/;
const MOST_OWN = 20;

/**
 * The questions of a questionnaire: the dimensions, all nine where nothing is said, own questions, and the two subjects
 * that are asked in words.
 * @rule R-SAT-09
 * @throws INVALID_INPUT with the field's path for a key that has another form, is taken or twice, and for too many
 */
export function questionsOf(
  own: readonly OwnQuestion[],
  dimensions: readonly SurveyDimension[] = SURVEY_DIMENSIONS,
): SurveyQuestion[] {
  if (own.length > MOST_OWN) throw invalidInput('input.ownQuestions', `must have at most ${MOST_OWN} items`);
  const wanted = SURVEY_DIMENSIONS.filter((dimension) => dimensions.includes(dimension));
  const scored = wanted.map((dimension): SurveyQuestion => {
    return { key: dimension, kind: 'SCALE', dimension, text: DIMENSION_TEXTS[dimension] };
  });
  if (scored.length === 0 && !own.some(({ kind }) => kind === 'SCALE'))
    throw invalidInput('input.dimensions', 'must leave something that is scored');
  const taken = new Set<string>([...SURVEY_DIMENSIONS, ...IN_WORDS.map(({ key }) => key)]);
  for (const [i, { key }] of own.entries()) {
    const path = `input.ownQuestions.${i}.key`;
    if (!KEY.test(key)) throw invalidInput(path, 'must be capital letters, digits and underscores');
    if (taken.has(key)) throw invalidInput(path, 'is taken by another question');
    taken.add(key);
  }
  return [...scored, ...own.map(({ key, kind, text }) => ({ key, kind, dimension: null, text })), ...IN_WORDS];
}
