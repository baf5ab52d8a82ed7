import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Whose login is closed. */
@InputType('DisableAccountInput', { description: 'Whose login is closed.' })
export class DisableAccountInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
