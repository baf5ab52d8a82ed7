import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** Which months of the visit programme. */
@InputType('VisitMonthFilter', { description: 'Which months of the visit programme; conditions hold together.' })
export class VisitMonthFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'From the month of this day on.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Before this day.' })
  until?: string | null;
}
