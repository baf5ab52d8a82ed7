import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A round on one of its estates. */
@ObjectType('SurveyEstate', {
  simpleResolvers: true,
  description: 'A round of the survey on one of its estates.',
})
export class SurveyEstateType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'By when the result is to be published: five working days after the analysis (R-SAT-05).',
  })
  publishBy!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with every change.' })
  version!: number;
}
