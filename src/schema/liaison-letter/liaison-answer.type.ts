import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** An answer as clients see it; words, department and people are fields of the resolver. */
@ObjectType('LiaisonAnswer', {
  simpleResolvers: true,
  description: 'What the company answered to a letter, and why the centre could not do with it (R-ESC-03).',
})
export class LiaisonAnswerType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: 'Which answer: 1, 2, 3 …' })
  round!: number;

  @Field(() => DateTime, { description: 'When it was answered.' })
  answeredAt!: Date;

  @Field(() => Boolean, { description: 'Whether that was by the instant at which it was due.' })
  inTime!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When the centre said that it is not enough; null otherwise.' })
  disputedAt!: Date | null;
}
