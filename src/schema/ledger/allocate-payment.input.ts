import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';
import { AllocationInput } from './allocation.input.js';

/** What a payment settles of what is left of it. */
@InputType({ description: 'What is to be settled from what is left of a payment.' })
export class AllocatePaymentInput extends CommandFields {
  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;

  @Field(() => [AllocationInput], {
    nullable: true,
    description: 'As the payer says, at most 200; nothing said: what is open, in the order of the policy (D-21).',
  })
  @IsOptional()
  @ArrayMaxSize(200, { message: 'must have at most 200 items' })
  allocations?: AllocationInput[] | null;
}
