import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { ChargeKind } from '../../domain/charge/charge-kind.js';
import { LocalDate } from '../scalars.js';
import { ChargeKindEnum } from './charge-kind.enum.js';

/** Which charges. */
@InputType('ChargeFilter', {
  description: 'Which charges; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class ChargeFilterInput {
  @Field(() => [ID], { nullable: true, description: 'On these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'For this unit.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That this customer owes.' })
  payerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'That this bill run has charged.' })
  billRunId?: string | null;

  @Field(() => [ChargeKindEnum], { nullable: true, description: 'Of these kinds.' })
  kinds?: ChargeKind[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: something is open; false: nothing is.' })
  open?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: something is open and the deadline has passed; false does not narrow.',
  })
  overdue?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'For a time that begins on this day or later.' })
  forFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'For a time that begins before this day.' })
  forBefore?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'With a deadline on this day or later.' })
  dueFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'With a deadline before this day.' })
  dueBefore?: string | null;
}
