import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** Of which estates and days. */
@InputType('RepairDayFilter', { description: 'Of which estates and days; conditions hold together.' })
export class RepairDayFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates; at most 500.' })
  estateIds?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day that no longer counts.' })
  until?: string | null;
}
