import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** Days of a period. */
@ObjectType('Period', {
  simpleResolvers: true,
  description: 'Local days of each estate: from the first on, and before the last (R-MET-02).',
})
export class PeriodType {
  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The day after the last.' })
  to!: string;
}
