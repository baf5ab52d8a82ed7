import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Json, LocalDate } from '../scalars.js';

/** One version of a policy on one level. */
@ObjectType('PolicyVersion', {
  simpleResolvers: true,
  description:
    'What a company or an estate has set for a policy from a day on. Never altered, only followed (R-MET-09).',
})
export class PolicyVersionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The policy.' })
  key!: string;

  @Field(() => Int, { description: 'Counts the versions of the policy on this level.' })
  version!: number;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  effectiveFrom!: string;

  @Field(() => Json, { nullable: true, description: 'What was set; null gives up what was set on this level.' })
  value!: unknown;

  @Field(() => Boolean, { description: 'Of the company’s versions: whether estates may differ while it holds.' })
  estatesMayOverride!: boolean;

  @Field(() => String, { description: 'Why, in the words of whoever wanted it.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was set.' })
  setAt!: Date;
}
