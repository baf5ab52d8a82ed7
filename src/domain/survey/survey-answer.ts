import type { Satisfaction } from '../callback/callback-answer.js';
import { invalidInput, ruleRefused } from '../errors.js';
import type { SurveyQuestion } from './questionnaire.js';
import type { SurveyStage } from './survey-stage.js';

/** What a household says to one question. */
export interface GivenAnswer {
  readonly question: string;
  /** Null: left blank, or not applicable; counted nowhere. */
  readonly level?: Satisfaction | null;
  readonly text?: string | null;
}

/** An answer with what its question is. */
export interface PlacedAnswer {
  readonly question: SurveyQuestion;
  readonly level: Satisfaction | null;
  readonly text: string | null;
}

/**
 * The answers beside their questions; what was left blank is left out.
 * @throws INVALID_INPUT with the path of an answer to a question that is not asked, or asked twice, of a level where words
 * are asked for, and of words where a level is
 */
export function placeAnswers(questions: readonly SurveyQuestion[], given: readonly GivenAnswer[]): PlacedAnswer[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const seen = new Set<string>();
  return given.flatMap(({ question: key, level = null, text = null }, i) => {
    const question = byKey.get(key);
    const path = `input.answers.${i}`;
    if (!question) throw invalidInput(`${path}.question`, 'is not asked by this questionnaire');
    if (seen.has(key)) throw invalidInput(`${path}.question`, 'is answered twice');
    seen.add(key);
    if (question.kind === 'TEXT' && level !== null) throw invalidInput(`${path}.level`, 'is asked for in words');
    if (question.kind === 'SCALE' && text !== null) throw invalidInput(`${path}.text`, 'is answered on the scale');
    return level === null && text === null ? [] : [{ question, level, text }];
  });
}

/** Whether a form that came back is valid: it answers something on the scale. @rule R-SAT-03 */
export const isValidForm = (answers: readonly PlacedAnswer[]): boolean => answers.some(({ level }) => level !== null);

/** The parts of a round that say whether it takes answers. */
interface OpenRound {
  readonly stage: SurveyStage;
  readonly issuedAt?: Date | null;
  readonly closesAt: Date;
}

/**
 * A round takes answers from its issue until it closes. What was answered in time is still taken down by staff until the
 * round is analysed.
 * @param answeredAt when the household answered
 * @param byStaff whether staff take it down
 * @rule R-SAT-02 @rule D-29
 * @throws RULE_REFUSED R-SAT-02 with stage and `closesAt`
 */
export function assertTakesAnswers(round: OpenRound, answeredAt: Date, byStaff: boolean): void {
  const { stage, issuedAt, closesAt } = round;
  const isOpen = stage === 'ISSUED' || (byStaff && stage === 'COLLECTED');
  const isInTime = issuedAt != null && answeredAt >= issuedAt && answeredAt < closesAt;
  if (!isOpen || !isInTime)
    throw ruleRefused('R-SAT-02', 'The round does not take this answer.', {
      stage,
      closesAt: closesAt.toISOString(),
      answeredAt: answeredAt.toISOString(),
    });
}
