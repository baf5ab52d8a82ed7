import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** A care mark that ends today. */
@InputType('EndCareMarkInput', { description: 'A care mark that ends today (D-15).' })
export class EndCareMarkInput extends CommandFields {
  @Field(() => ID, { description: 'The mark.' })
  careMarkId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
