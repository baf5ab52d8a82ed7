import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../scalars.js';

/** A part of a whole. */
@ObjectType('Share', {
  simpleResolvers: true,
  description: 'A part of a whole, with both (R-MET-08).',
})
export class ShareType {
  @Field(() => Int, { description: 'How many.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of how many.' })
  denominator!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: 'Percent to one decimal, half up (R-MET-12); null of nothing (R-MET-07).',
  })
  percent!: string | null;
}
