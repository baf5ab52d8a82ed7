import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { UUID } from '../scalars.js';

/** All estates of a group. */
@InputType('SetEstateGroupMembersInput', {
  description: 'All estates of a group from now on; roles given on the group follow.',
})
export class SetEstateGroupMembersInput {
  @Field(() => UUID, {
    nullable: true,
    description: "The client's own id of this command: a repeat returns the first verdict.",
  })
  commandId?: string | null;

  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => [ID], { description: 'All its estates; at most 1,000.' })
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds!: string[];
}
