import { Field, InputType } from 'type-graphql';
import { DateTime } from '../scalars.js';
import { ObligationConditions } from './obligation-conditions.input.js';

/** Which obligations are counted. */
@InputType('ObligationCountFilter', {
  description: 'Which obligations are counted: those due in a stretch of at most 366 days that meet every condition.',
})
export class ObligationCountFilterInput extends ObligationConditions {
  @Field(() => DateTime, { description: 'Due at or after this instant.' })
  dueFrom!: Date;

  @Field(() => DateTime, { description: 'Due before this instant.' })
  dueBefore!: Date;
}
