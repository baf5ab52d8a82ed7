import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CorrectiveActionStepInput } from './corrective-action-step.input.js';

/** That what was done holds. */
@InputType('VerifyCorrectiveActionInput', { description: 'That what was done holds (R-ORG-25).' })
export class VerifyCorrectiveActionInput extends CorrectiveActionStepInput {
  @TextField({ max: 2000, multiline: true, nullable: true, description: 'What was seen.' })
  finding?: string | null;
}
