import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** For which occupancy an account may be opened. */
@InputType('InviteResidentInput', { description: 'For which occupancy an account may be opened.' })
export class InviteResidentInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The occupancy; its customer is who may open an account (D-30).' })
  occupancyId!: string;
}
