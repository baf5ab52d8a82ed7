import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Whose sign-ins are ended. */
@InputType('EndSessionsOfInput', { description: 'Whose sign-ins are ended.' })
export class EndSessionsOfInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
