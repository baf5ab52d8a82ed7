import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** Which grants a list shows. */
@InputType('UnmaskGrantFilter', {
  description: 'Which grants a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class UnmaskGrantFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Only grants on these estates.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only grants of this member of staff.' })
  staffId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those in force, or only those that have ended.' })
  inForce?: boolean | null;
}
