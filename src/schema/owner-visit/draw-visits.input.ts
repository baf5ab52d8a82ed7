import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** A draw of households. */
@InputType('DrawVisitsInput', { description: 'A draw of the households that an estate visits this month (R-VIS-09).' })
export class DrawVisitsInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Occupied households that are drawn by hand, at most 100; RULE_REFUSED R-VIS-09 for one that the cycle has drawn or visited. Absent: what the month is still short of.',
  })
  @IsOptional()
  @ArrayMaxSize(100, { message: 'must have at most 100 items' })
  unitIds?: string[] | null;
}
