import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { LocalDate } from '../scalars.js';

/** Over which estates and days dunning is counted. */
@ArgsType()
export class DunningFiguresArgs {
  @Field(() => [ID], {
    nullable: true,
    description: 'These estates, at most 1000; all in reach where nothing is said.',
  })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => LocalDate, { description: 'The first day.' })
  fromDay!: string;

  @Field(() => LocalDate, { description: 'The first day that no longer counts, at most 400 days later.' })
  untilDay!: string;
}
