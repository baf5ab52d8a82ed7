import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A department as clients see it. */
@ObjectType('Department', { description: 'A department of an estate, or of the company.' })
export class DepartmentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code, unique within the estate or within the company.' })
  code!: string;

  @Field(() => String, { description: 'Name of the department.' })
  name!: string;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
