import { Field, ID, Int, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';
import { TextField } from '../text-field.js';

/** What changes about a department. */
@InputType('UpdateDepartmentInput', {
  description: 'What changes about a department; what is absent stays, null leaves it without head or deputy.',
})
export class UpdateDepartmentInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

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
