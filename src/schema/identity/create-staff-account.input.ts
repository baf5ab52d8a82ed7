import { MinLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** A new member of staff with a login. */
@InputType('CreateStaffAccountInput', { description: 'A new member of staff with a login.' })
export class CreateStaffAccountInput extends CommandFields {
  @TextField({ description: 'Name as it is shown to colleagues.', max: 100 })
  displayName!: string;

  @TextField({ nullable: true, description: 'Telephone.', max: 40 })
  phone?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The one estate that the person works on; absent for somebody of several or of the company.',
  })
  estateId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The department, of the same estate or, without one, of the company.',
  })
  departmentId?: string | null;

  @TextField({
    description:
      'The part of the login before `@`, unique within the company: letters, digits, dots, hyphens, underscores; capitals do not matter.',
    max: 64,
  })
  login!: string;

  @TextField({ description: 'The first password. At least 10 characters.', max: 200 })
  @MinLength(10, { message: 'must have at least 10 characters' })
  password!: string;
}
