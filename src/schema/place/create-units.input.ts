import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NewUnitInput } from './new-unit.input.js';
import { CommandFields } from '../command-fields.js';

/** Units to be created at once. */
@InputType('CreateUnitsInput', { description: 'Units of one building to be created at once: all or none.' })
export class CreateUnitsInput extends CommandFields {
  @Field(() => ID, { description: 'The building.' })
  buildingId!: string;

  @Field(() => [NewUnitInput], { description: 'The units, 1 to 200.' })
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  @ArrayMinSize(1, { message: 'must not be empty' })
  @ValidateNested({ each: true })
  units!: NewUnitInput[];
}
