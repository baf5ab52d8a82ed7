import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { TextField } from '../text-field.js';

/** What changes about a member of staff. */
@InputType('UpdateStaffInput', {
  description:
    'What changes about a member of staff; what is absent stays, null clears the telephone, the department or the one estate.',
})
export class UpdateStaffInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;

  @Field(() => Int, {
    description: 'The version that the change is based on; CONFLICT when it is no longer the current one.',
  })
  expectedVersion!: number;

  @TextField({ max: 100, nullable: true, description: 'Name as it is shown to colleagues.' })
  displayName?: string | null;

  @TextField({ max: 40, nullable: true, description: 'Telephone.' })
  phone?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The one estate that the person works on; null for somebody of several. The department is left with it.',
  })
  estateId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The department, of the same estate or, without one, of the company.',
  })
  departmentId?: string | null;
}

/** Whose employment ends. */
@InputType('EndEmploymentInput', { description: 'Whose employment ends.' })
export class EndEmploymentInput extends CommandFields {
  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;

  @Field(() => Int, { description: 'The version that you saw; CONFLICT when it is no longer the current one.' })
  expectedVersion!: number;
}
