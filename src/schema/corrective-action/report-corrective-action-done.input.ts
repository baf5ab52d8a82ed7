import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { TextField } from '../text-field.js';
import { CorrectiveActionStepInput } from './corrective-action-step.input.js';

/** What was done. */
@InputType('ReportCorrectiveActionDoneInput', { description: 'That an action is done, in the words of its owner.' })
export class ReportCorrectiveActionDoneInput extends CorrectiveActionStepInput {
  @TextField({ max: 2000, multiline: true, description: 'What was done.' })
  note!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was done, for what is entered late; not before it was planned.',
  })
  occurredAt?: Date | null;
}
