import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A member of staff as clients see it; the telephone is a field of the resolver, which masks it. */
@ObjectType('Staff', { description: "A member of the company's staff." })
export class StaffType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Name as it is shown to colleagues.' })
  displayName!: string;

  @Field(() => DateTime, { nullable: true, description: 'When the employment ended; null while it lasts.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
