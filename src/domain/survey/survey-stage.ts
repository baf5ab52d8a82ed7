import { stageAfter, type LifeStep } from '../life-cycle.js';

/**
 * Where a round stands. PLANNED: estates, questionnaire and days are set. ISSUED: the households have their forms, and
 * answer. COLLECTED: closed. ANALYSED: counted at an instant. What each estate publishes then stands with the estate.
 */
export const SURVEY_STAGES = ['PLANNED', 'ISSUED', 'COLLECTED', 'ANALYSED', 'CALLED_OFF'] as const;
export type SurveyStage = (typeof SURVEY_STAGES)[number];

/** What can be done to a round. */
type SurveyVerb = 'plan' | 'issue' | 'collect' | 'analyse' | 'callOff';

/** The life of a round. @rule R-SAT-01 @rule R-SAT-02 @rule R-SAT-03 */
export const SURVEY_LIFE: readonly LifeStep<SurveyVerb, SurveyStage>[] = [
  { verb: 'plan', from: [null], to: 'PLANNED', rule: 'R-SAT-01' },
  { verb: 'issue', from: ['PLANNED'], to: 'ISSUED', rule: 'R-SAT-02' },
  { verb: 'collect', from: ['ISSUED'], to: 'COLLECTED', rule: 'R-SAT-02' },
  { verb: 'analyse', from: ['COLLECTED'], to: 'ANALYSED', rule: 'R-SAT-03' },
  { verb: 'callOff', from: ['PLANNED'], to: 'CALLED_OFF', rule: 'R-SAT-01' },
];

/**
 * The stage that a verb leads a round to.
 * @throws RULE_REFUSED with the verb's rule and what is allowed, when no step fits
 */
export const nextSurveyStage = (verb: SurveyVerb, stage: SurveyStage | null): SurveyStage =>
  stageAfter(SURVEY_LIFE, 'A survey round', verb, stage);
