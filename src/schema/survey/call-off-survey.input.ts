import { InputType } from 'type-graphql';
import { SurveyStepInput } from './survey-step.input.js';

/** Calls a round off before its forms go out. */
@InputType({ description: 'Calls a round off before its forms go out.' })
export class CallOffSurveyInput extends SurveyStepInput {}
