import { Field, InputType } from 'type-graphql';
import { UUID } from './scalars.js';

/** What every command input may carry. */
@InputType({ description: 'What every command input may carry.' })
export abstract class CommandFields {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;
}
