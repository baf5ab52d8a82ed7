import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime, Json, LocalDate } from '../scalars.js';

/** What somebody wants a policy to be. */
@ObjectType('PolicyProposal', {
  simpleResolvers: true,
  description: 'What somebody wants a policy to be from a day on, as it was submitted for approval.',
})
export class PolicyProposalType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The policy: `P-18`.' })
  key!: string;

  @Field(() => LocalDate, { description: 'The first day on which it would hold.' })
  effectiveFrom!: string;

  @Field(() => Json, { nullable: true, description: 'The value; null would give up what is set on this level.' })
  value!: unknown;

  @Field(() => Boolean, { description: 'Of the company’s: whether estates might differ.' })
  estatesMayOverride!: boolean;

  @Field(() => String, { description: 'Why, in the words of whoever proposes it.' })
  reason!: string;

  @Field(() => DateTime, { description: 'When it was written down.' })
  proposedAt!: Date;
}
