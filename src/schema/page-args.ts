import { ArgsType, Field, Int } from 'type-graphql';

/** Which part of a list is asked for: `first` with `after`, or `last` with `before`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many items from the start, 1 to 100; 20 where nothing is said.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items after this cursor of the same list.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many items from the end, 1 to 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items before this cursor of the same list.' })
  before?: string | null;
}
