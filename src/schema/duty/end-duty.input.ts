import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** A duty that ends now. */
@InputType('EndDutyInput', { description: 'A duty that ends now, or is called off before it begins.' })
export class EndDutyInput extends CommandFields {
  @Field(() => ID, { description: 'The duty.' })
  dutyId!: string;

  @Field(() => Int, {
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion!: number;
}
