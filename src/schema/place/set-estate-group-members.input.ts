import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandFields } from '../command-fields.js';

/** All estates of a group. */
@InputType('SetEstateGroupMembersInput', {
  description: 'All estates of a group from now on; roles given on the group follow.',
})
export class SetEstateGroupMembersInput extends CommandFields {
  @Field(() => ID, { description: 'The group.' })
  groupId!: string;

  @Field(() => [ID], { description: 'All its estates; at most 1,000.' })
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds!: string[];
}
