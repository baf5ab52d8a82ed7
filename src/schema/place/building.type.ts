import { Field, ID, ObjectType } from 'type-graphql';

/** A building as clients see it. */
@ObjectType('Building', { description: 'A building (楼宇) of an estate.' })
export class BuildingType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code, unique within the estate.' })
  code!: string;

  @Field(() => String, { description: 'Name of the building.' })
  name!: string;
}
