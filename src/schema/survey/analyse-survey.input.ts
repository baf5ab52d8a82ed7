import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { SurveyStepInput } from './survey-step.input.js';

/** Counts a closed round. */
@InputType({ description: 'Counts a closed round at this instant, and says what follows from it (R-SAT-03).' })
export class AnalyseSurveyInput extends SurveyStepInput {
  @TextField({ max: 10000, multiline: true, description: 'What the analysis says.' })
  findings!: string;

  @TextField({ max: 10000, nullable: true, multiline: true, description: 'What is to be improved.' })
  measures?: string | null;
}
