import { IsOptional, Max, Min } from 'class-validator';
import { Field, ID, Int, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** What changes about an estate. */
@InputType('UpdateEstateInput', {
  description: 'What changes about an estate; what is absent stays, null clears what may be empty.',
})
export class UpdateEstateInput extends CommandFields {
  @Field(() => ID, { description: 'The estate.' })
  estateId!: string;

  @Field(() => Int, {
    description: 'The version that the change is based on; CONFLICT when it is no longer the current one.',
  })
  expectedVersion!: number;

  @TextField({ max: 200, nullable: true, description: 'Name of the estate.' })
  name?: string | null;

  @TextField({ max: 64, nullable: true, description: 'IANA time zone of its days.' })
  timeZone?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Region that the company counts it to.' })
  region?: string | null;

  @TextField({ max: 100, nullable: true, description: 'City that it lies in.' })
  city?: string | null;

  @TextField({ max: 100, nullable: true, description: 'Type of property, in the words of the company.' })
  propertyType?: string | null;

  @Field(() => Int, { description: 'Year in which it was delivered.', nullable: true })
  @IsOptional()
  @Min(1900, { message: 'must not be below 1900' })
  @Max(2199, { message: 'must not be above 2199' })
  deliveryYear?: number | null;
}
