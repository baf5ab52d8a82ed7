import { Field, ID, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** A building to be created. */
@InputType('CreateBuildingInput', { description: 'A building to be created.' })
export class CreateBuildingInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @TextField({ max: 32, description: 'Short code, unique within the estate.' })
  code!: string;

  @TextField({ max: 200, description: 'Name of the building.' })
  name!: string;
}
