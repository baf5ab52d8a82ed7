import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** Whose closed login is opened again. */
@InputType('ReactivateAccountInput', { description: 'Whose closed login is opened again.' })
export class ReactivateAccountInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The member of staff.' })
  staffId!: string;
}
