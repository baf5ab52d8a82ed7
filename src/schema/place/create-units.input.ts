import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';
import { NewUnitInput } from './new-unit.input.js';

/** Units to be created at once. */
@InputType('CreateUnitsInput', { description: 'Units of one building to be created at once: all or none.' })
export class CreateUnitsInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The building.' })
  buildingId!: string;

  @Field(() => [NewUnitInput], { description: 'The units, 1 to 200.' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ValidateNested({ each: true })
  units!: NewUnitInput[];
}
