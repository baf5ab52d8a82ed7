import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';
import { NewUnitInput } from './new-unit.input.js';

/** A unit to be created. */
@InputType('CreateUnitInput', { description: 'A unit to be created.' })
export class CreateUnitInput extends NewUnitInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The building.' })
  buildingId!: string;
}
