import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** Asks for a signature link. */
@InputType({ description: 'Asks for a link with which the customer signs without signing in.' })
export class IssueSignatureLinkInput extends CommandFields {
  @Field(() => ID, { description: 'The order.' })
  ticketId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that the client has seen; another one is a CONFLICT that carries `currentVersion`.',
  })
  expectedVersion?: number | null;
}
