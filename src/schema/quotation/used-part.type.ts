import { Field, Int, ObjectType } from 'type-graphql';

/** A part that a visit took; quantity and amount are fields of the resolver. */
@ObjectType('UsedPart', { simpleResolvers: true, description: 'A part that was used on a visit of a repair.' })
export class UsedPartType {
  @Field(() => Int, { description: 'The visit that took it, from 1.' })
  visitNumber!: number;

  @Field(() => String, { nullable: true, description: 'Its code on the price list; null for what is not on it.' })
  code!: string | null;

  @Field(() => String, { description: 'What it is.' })
  name!: string;

  @Field(() => String, { description: 'What one of it is.' })
  unit!: string;
}
