import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { ObligationConditions } from './obligation-conditions.input.js';

/** Which obligations a list shows. */
@InputType('ObligationFilter', {
  description:
    'Which obligations a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class ObligationFilterInput extends ObligationConditions {
  @Field(() => DateTime, { nullable: true, description: 'Due at or after this instant.' })
  dueFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Due before this instant.' })
  dueBefore?: Date | null;
}
