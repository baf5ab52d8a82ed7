import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { ObligationStepInput } from './obligation-step.input.js';

/** An obligation that is done. */
@InputType('FulfilObligationInput', { description: 'An obligation that is done.' })
export class FulfilObligationInput extends ObligationStepInput {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was done, for what is entered late; now where nothing is said. Never in the future.',
  })
  occurredAt?: Date | null;
}
