import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';
import { TextField } from '../text-field.js';

/** A building to be created. */
@InputType('CreateBuildingInput', { description: 'A building to be created.' })
export class CreateBuildingInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @TextField({ max: 32, description: 'Short code, unique within the estate.' })
  code!: string;

  @TextField({ max: 200, description: 'Name of the building.' })
  name!: string;
}
