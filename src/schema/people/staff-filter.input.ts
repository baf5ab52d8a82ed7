import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** Which staff a list shows. */
@InputType('StaffFilter', {
  description: 'Which staff a list shows; conditions hold together, and what is unknown or foreign finds nothing.',
})
export class StaffFilterInput {
  @Field(() => [ID], { description: 'Only who works on one of these estates alone.', nullable: true })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => ID, { description: 'Only members of this department.', nullable: true })
  departmentId?: string | null;
}
