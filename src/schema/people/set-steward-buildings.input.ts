import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** A steward's buildings. */
@InputType('SetStewardBuildingsInput', {
  description: 'All buildings of an estate that a steward is responsible for from now on (R-ORG-33).',
})
export class SetStewardBuildingsInput extends CommandFields {
  @Field(() => ID, { description: 'The steward.' })
  staffId!: string;

  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => [ID], { description: "All the steward's buildings there; at most 500." })
  @ArrayMaxSize(500, { message: 'must have at most 500 items' })
  buildingIds!: string[];
}
