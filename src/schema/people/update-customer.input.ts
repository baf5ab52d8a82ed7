import { Field, ID, Int, InputType } from 'type-graphql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { TextField } from '../text-field.js';
import { CustomerKindEnum } from './customer-kind.enum.js';
import { CommandFields } from '../command-fields.js';

/** What changes about a customer. */
@InputType('UpdateCustomerInput', {
  description: 'What changes about a customer; what is absent stays, null clears the telephone.',
})
export class UpdateCustomerInput extends CommandFields {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field(() => Int, {
    description: 'The version that the change is based on; CONFLICT when it is no longer the current one.',
  })
  expectedVersion!: number;

  @Field(() => CustomerKindEnum, { description: 'Natural person or firm.', nullable: true })
  kind?: CustomerKind | null;

  @TextField({ max: 100, nullable: true, description: 'Full name.' })
  name?: string | null;

  @TextField({ max: 40, nullable: true, description: 'Telephone number.' })
  phone?: string | null;
}
