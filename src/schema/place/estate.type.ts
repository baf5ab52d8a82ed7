import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A managed estate as clients see it. */
@ObjectType('Estate', { description: 'A managed estate (小区). Its days are those of its own time zone.' })
export class EstateType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code, unique within the company.' })
  code!: string;

  @Field(() => String, { description: 'Name of the estate.' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone of its calendar days.' })
  timeZone!: string;

  @Field(() => String, { description: 'Region that the company counts it to.', nullable: true })
  region!: string | null;

  @Field(() => String, { description: 'City that it lies in.', nullable: true })
  city!: string | null;

  @Field(() => String, { description: 'Type of property, in the words of the company.', nullable: true })
  propertyType!: string | null;

  @Field(() => Int, { description: 'Year in which it was delivered.', nullable: true })
  deliveryYear!: number | null;

  @Field(() => DateTime, { description: 'When it was created here.' })
  createdAt!: Date;

  @Field(() => Int, { description: 'Rises with every change; give it back as `expectedVersion`.' })
  version!: number;
}
