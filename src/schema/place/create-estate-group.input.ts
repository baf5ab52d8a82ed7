import { Field, InputType } from 'type-graphql';
import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import { UUID } from '../scalars.js';
import { TextField } from '../text-field.js';
import { EstateGroupKindEnum } from './estate-group-kind.enum.js';

/** A group of estates to be created. */
@InputType('CreateEstateGroupInput', { description: 'A group of estates to be created; empty at first.' })
export class CreateEstateGroupInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => EstateGroupKindEnum, { description: 'What its estates have in common.' })
  kind!: EstateGroupKind;

  @TextField({ max: 100, description: 'Name, unique within the kind.' })
  name!: string;
}
