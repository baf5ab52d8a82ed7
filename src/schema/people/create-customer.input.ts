import { Field, ID, InputType } from 'type-graphql';
import type { CustomerKind } from '../../domain/people/customer-kind.js';
import { UUID } from '../scalars.js';
import { TextField } from '../text-field.js';
import { CustomerKindEnum } from './customer-kind.enum.js';

/** A customer to be created. */
@InputType('CreateCustomerInput', { description: 'A customer to be created.' })
export class CreateCustomerInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The estate that serves the customer.' })
  estateId!: string;

  @Field(() => CustomerKindEnum, { description: 'Natural person or firm.' })
  kind!: CustomerKind;

  @TextField({ max: 100, description: 'Full name.' })
  name!: string;

  @TextField({ max: 40, nullable: true, description: 'Telephone number.' })
  phone?: string | null;
}
