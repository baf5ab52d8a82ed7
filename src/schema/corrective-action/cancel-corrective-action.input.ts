import { InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CorrectiveActionStepInput } from './corrective-action-step.input.js';

/** That an action is called off. */
@InputType('CancelCorrectiveActionInput', { description: 'That an action is called off, and why.' })
export class CancelCorrectiveActionInput extends CorrectiveActionStepInput {
  @TextField({ max: 500, description: 'Why.' })
  reason!: string;
}
