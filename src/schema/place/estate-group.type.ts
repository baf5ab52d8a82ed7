import { Field, ID, ObjectType } from 'type-graphql';
import type { EstateGroupKind } from '../../domain/place/estate-group-kind.js';
import { EstateGroupKindEnum } from './estate-group-kind.enum.js';

/** A group of estates as clients see it. */
@ObjectType('EstateGroup', {
  description: 'A named set of estates of the company: a region, a city, a type, a delivery year.',
})
export class EstateGroupType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => EstateGroupKindEnum, { description: 'What its estates have in common.' })
  kind!: EstateGroupKind;

  @Field(() => String, { description: 'Name, unique within the kind.' })
  name!: string;
}
