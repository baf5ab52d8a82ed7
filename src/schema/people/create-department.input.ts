import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** A department to be created. */
@InputType('CreateDepartmentInput', { description: 'A department to be created.' })
export class CreateDepartmentInput extends CommandFields {
  @Field(() => ID, { description: "The estate; the company's own department where nothing is said.", nullable: true })
  estateId?: string | null;

  @TextField({ max: 32, description: 'Short code, unique within the estate or within the company.' })
  code!: string;

  @TextField({ max: 100, description: 'Name of the department.' })
  name!: string;

  @Field(() => ID, { description: 'Member of staff who heads it.', nullable: true })
  headId?: string | null;

  @Field(() => ID, { description: 'Member of staff who stands in for the head.', nullable: true })
  deputyId?: string | null;
}
