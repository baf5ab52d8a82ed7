import { Field, ID, InputType } from 'type-graphql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { TextField } from '../text-field.js';
import { CustomerKindEnum } from './customer-kind.enum.js';
import { CommandFields } from '../command-fields.js';

/** A customer to be created. */
@InputType('CreateCustomerInput', { description: 'A customer to be created.' })
export class CreateCustomerInput extends CommandFields {
  @Field(() => ID, { description: 'The estate that serves the customer.' })
  estateId!: string;

  @Field(() => CustomerKindEnum, { description: 'Natural person or firm.' })
  kind!: CustomerKind;

  @TextField({ max: 100, description: 'Full name.' })
  name!: string;

  @TextField({ max: 40, nullable: true, description: 'Telephone number.' })
  phone?: string | null;
}
