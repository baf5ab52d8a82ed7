import { InputType } from 'type-graphql';
import { SurveyStepInput } from './survey-step.input.js';

/** Closes a round before its time (R-SAT-02). */
@InputType({ description: 'Closes a round before its time (R-SAT-02).' })
export class CollectSurveyInput extends SurveyStepInput {}
