import { Field, ID, Int, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** What changes about a department. */
@InputType('UpdateDepartmentInput', {
  description: 'What changes about a department; what is absent stays, null leaves it without head or deputy.',
})
export class UpdateDepartmentInput extends CommandFields {
  @Field(() => ID, { description: 'The department.' })
  departmentId!: string;

  @Field(() => Int, {
    description: 'The version that the change is based on; CONFLICT when it is no longer the current one.',
  })
  expectedVersion!: number;

  @TextField({ max: 100, nullable: true, description: 'Name of the department.' })
  name?: string | null;

  @Field(() => ID, { description: 'Member of staff who heads it.', nullable: true })
  headId?: string | null;

  @Field(() => ID, { description: 'Member of staff who stands in for the head.', nullable: true })
  deputyId?: string | null;
}
