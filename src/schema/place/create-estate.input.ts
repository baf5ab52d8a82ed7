import { IsOptional, Max, Min } from 'class-validator';
import { Field, Int, InputType } from 'type-graphql';
import { TextField } from '../text-field.js';
import { CommandFields } from '../command-fields.js';

/** An estate to be created. */
@InputType('CreateEstateInput', { description: 'An estate to be created.' })
export class CreateEstateInput extends CommandFields {
  @TextField({ max: 32, description: 'Short code, unique within the company.' })
  code!: string;

  @TextField({ max: 200, description: 'Name of the estate.' })
  name!: string;

  @TextField({
    max: 64,
    nullable: true,
    description: "IANA time zone of its days, such as Asia/Shanghai; the company's where nothing is said.",
  })
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
