import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars.js';

/** A cycle as clients see it. */
@ObjectType('VisitCycle', {
  simpleResolvers: true,
  description:
    'One round through the households of an estate: nobody is drawn twice before everybody was visited (R-VIS-09).',
})
export class VisitCycleType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => Int, { description: '1, 2, 3 … of the estate.' })
  number!: number;

  @Field(() => String, { description: 'What its draws go by: with it anybody can draw them again.' })
  seed!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When everybody who lived there had been visited.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Households that were occupied on the day on which it began (D-28).' })
  occupied!: number;

  @Field(() => Int, { description: 'Households visited in it so far, by the estate or the company.' })
  visited!: number;
}
