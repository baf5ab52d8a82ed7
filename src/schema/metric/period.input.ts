import { Field, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** Days of a period. */
@InputType('PeriodInput', {
  description: 'Local days of each estate: from the first on, and before the last (R-MET-02).',
})
export class PeriodInput {
  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The day after the last; at most ten years later.' })
  to!: string;
}
