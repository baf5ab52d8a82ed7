import { Field, InputType } from 'type-graphql';
import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import { TextField } from '../text-field.js';
import { EstateGroupKindEnum } from './estate-group-kind.enum.js';
import { CommandFields } from '../command-fields.js';

/** A group of estates to be created. */
@InputType('CreateEstateGroupInput', { description: 'A group of estates to be created; empty at first.' })
export class CreateEstateGroupInput extends CommandFields {
  @Field(() => EstateGroupKindEnum, { description: 'What its estates have in common.' })
  kind!: EstateGroupKind;

  @TextField({ max: 100, description: 'Name, unique within the kind.' })
  name!: string;
}
