import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';
import { TextField } from '../text-field.js';
import { CorrectiveActionStepInput } from './corrective-action-step.input.js';

/** Why, what is done about it, by whom and by when. */
@InputType('PlanCorrectiveActionInput', { description: 'Why it went wrong, what is done, by whom and by when.' })
export class PlanCorrectiveActionInput extends CorrectiveActionStepInput {
  @TextField({ max: 2000, multiline: true, description: 'Why.' })
  cause!: string;

  @TextField({ max: 2000, multiline: true, description: 'What is done about it.' })
  measure!: string;

  @Field(() => ID, { description: 'The member of staff who owes it: somebody who works on the estate.' })
  ownerId!: string;

  @Field(() => LocalDate, {
    description:
      'By the end of this day: not over, and within two years. A due day that has passed does not move (R-CMP-20).',
  })
  dueDay!: string;
}
