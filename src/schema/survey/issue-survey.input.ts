import { InputType } from 'type-graphql';
import { SurveyStepInput } from './survey-step.input.js';

/** Gives the households of a round their forms (R-SAT-02). */
@InputType({ description: 'Gives the households of a round their forms (R-SAT-02).' })
export class IssueSurveyInput extends SurveyStepInput {}
