import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { CorrectiveActionStepInput } from './corrective-action-step.input.js';

/** That it does not hold. */
@InputType('ReopenCorrectiveActionInput', { description: 'That what was done does not hold, or holds no longer.' })
export class ReopenCorrectiveActionInput extends CorrectiveActionStepInput {
  @TextField({ max: 2000, multiline: true, description: 'Why it is to be done again.' })
  reason!: string;

  @Field(() => LocalDate, { description: 'By the end of this day it is done again: not over, and within two years.' })
  dueDay!: string;
}
